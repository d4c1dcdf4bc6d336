package dev.herald.bench.faults;

import dev.herald.bench.faults.Proxy.Weather;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** What can go wrong under a Herald; each does its harm, for a while, and lifts it again. */
enum Fault {
    KILL_SERVER(2) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            node.server().kill();
            site.restart(node);
            return true;
        }
    },
    KILL_DATABASE(3) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            site.killDatabase();
            return true;
        }
    },
    KILL_BOTH(1) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            node.server().kill();
            site.killDatabase();
            site.restart(node);
            return true;
        }
    },
    HALT_SERVER(2) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            var process = List.of(node.server().pid());
            Site.signal("STOP", process);
            last(random, 4_000);
            Site.signal("CONT", process);
            return true;
        }
    },
    HALT_DATABASE(2) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            var processes = random.nextBoolean() ? site.databaseProcesses() : site.backends();
            Site.signal("STOP", processes);
            last(random, 4_000);
            Site.signal("CONT", processes);
            return true;
        }
    },
    CUT_BEFORE_COMMIT(3) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return node.trap().springsWithin(TRAP, Trap.Point.BEFORE_COMMIT, () -> {});
        }
    },
    CUT_AFTER_COMMIT(4) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return node.trap().springsWithin(TRAP, Trap.Point.AFTER_COMMIT, () -> {});
        }
    },
    SERVER_DIES_BEFORE_COMMIT(1) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return dies(site, node, Trap.Point.BEFORE_COMMIT);
        }
    },
    SERVER_DIES_AFTER_COMMIT(2) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return dies(site, node, Trap.Point.AFTER_COMMIT);
        }
    },
    DATABASE_DIES_BEFORE_COMMIT(2) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return node.trap().springsWithin(TRAP, Trap.Point.BEFORE_COMMIT, site::killDatabase);
        }
    },
    DATABASE_DIES_AFTER_COMMIT(3) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return node.trap().springsWithin(TRAP, Trap.Point.AFTER_COMMIT, site::killDatabase);
        }
    },
    ANSWERS_LOST(4) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            node.loseAnswers(random.nextInt(1, 30));
            last(random, 400);
            return true;
        }
    },
    CLIENTS_CUT(2) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                node.toClients().cut();
                last(random, 200);
            }
            return true;
        }
    },
    CLIENTS_SLOW(1) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return weather(node.toClients(), Weather.SLOW, random);
        }
    },
    CLIENTS_HALF_OPEN(2) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return weather(node.toClients(), Weather.SILENT, random);
        }
    },
    DATABASE_CUT(3) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                node.toDatabase().cut();
                last(random, 200);
            }
            return true;
        }
    },
    DATABASE_SLOW(2) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return weather(node.toDatabase(), Weather.SLOW, random);
        }
    },
    DATABASE_HALF_OPEN(2) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return weather(node.toDatabase(), Weather.SILENT, random);
        }
    },
    DATABASE_AWAY(2) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return weather(node.toDatabase(), Weather.AWAY, random);
        }
    },
    /** No table can grow. */
    DISK_FULL(5) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return site.fillDisk(() -> last(random, 3_000));
        }
    },
    /** Nothing can be logged either, which PostgreSQL takes as a reason to die. */
    LOG_DISK_FULL(5) {
        @Override
        boolean strike(Site site, Node node, SplittableRandom random) {
            return site.fillDisk(() -> {
                site.useUpLog();
                last(random, 3_000);
            });
        }
    };

    private static final Duration TRAP = Duration.ofSeconds(2);

    private final int weight;

    /** @param weight how often it is chosen: what costs a start of a server is chosen less */
    Fault(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    /** Whether it needs a network of ours between server and database. */
    boolean isBetweenServerAndDatabase() {
        return switch (this) {
            case CUT_BEFORE_COMMIT,
                    CUT_AFTER_COMMIT,
                    SERVER_DIES_BEFORE_COMMIT,
                    SERVER_DIES_AFTER_COMMIT,
                    DATABASE_DIES_BEFORE_COMMIT,
                    DATABASE_DIES_AFTER_COMMIT,
                    DATABASE_CUT,
                    DATABASE_SLOW,
                    DATABASE_HALF_OPEN,
                    DATABASE_AWAY -> true;
            default -> false;
        };
    }

    boolean fillsDisk() {
        return this == DISK_FULL || this == LOG_DISK_FULL;
    }

    /** Does it, and returns when its cause is gone; false if it could not be done. */
    abstract boolean strike(Site site, Node node, SplittableRandom random);

    private static boolean dies(Site site, Node node, Trap.Point point) {
        var died = node.trap().springsWithin(TRAP, point, node.server()::kill);
        if (died) {
            site.restart(node);
        }
        return died;
    }

    private static boolean weather(Proxy network, Weather weather, SplittableRandom random) {
        network.become(weather);
        last(random, 2_500);
        network.become(Weather.CLEAR);
        return true;
    }

    private static void last(SplittableRandom random, int mostMillis) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(20, mostMillis)).toNanos());
    }
}
