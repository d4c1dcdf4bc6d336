package dev.herald.bench;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.access.Gate;
import dev.herald.access.Idempotency;
import dev.herald.access.RequestLog;
import dev.herald.app.Herald;
import dev.herald.platform.Database;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.HttpServer;
import dev.herald.platform.NodeLease;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Herald in a process of its own, and beside it the plain way behind the same HTTP library, the same keys and the same
 * reading of requests. Ends when its input does, so that it never outlives the benchmark.
 */
public final class BenchServer {

    static final String PASSWORD = "HERALD_BENCH_PASSWORD";

    private static final int CONNECTIONS = 2;

    private BenchServer() {}

    /** Takes the database's address, its user and the ids of brands; prints the two ports. */
    public static void main(String[] args) throws IOException, SQLException {
        Bench.beQuiet();
        var address = new DatabaseAddress(args[0], args[1], Objects.requireNonNull(System.getenv(PASSWORD)));
        var brands = Arrays.stream(args)
                .skip(2)
                .map(id -> new BrandId(Long.parseLong(id)))
                .toList();
        try (var herald = new Herald(address, InstantSource.system());
                var db = Database.open(address, CONNECTIONS);
                var lease = NodeLease.take(db);
                var plain = new OneByOne(db, brands, lease.ids())) {
            var access = new Access(db, lease.ids(), InstantSource.system());
            var routes = new PlainRoutes(
                    new Gate(access, new Idempotency(db), new RequestLog(InstantSource.system())),
                    plain,
                    stock(address, access, brands));
            try (var server = herald.listen("127.0.0.1", 0);
                    var plainServer = HttpServer.start("127.0.0.1", 0, List.of(routes))) {
                System.out.println(server.port() + " " + plainServer.port());
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static Stock stock(DatabaseAddress address, Access access, List<BrandId> brands) throws SQLException {
        var owners = brands.stream()
                .map(brand -> new Stock.Owner(access.brand(brand).orElseThrow(), ""))
                .toList();
        try (var owner = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            return Stock.read(owner, owners);
        }
    }
}
