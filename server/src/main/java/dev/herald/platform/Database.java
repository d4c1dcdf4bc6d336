package dev.herald.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to PostgreSQL. Every transaction names the brands whose rows it may see; row-level security hides all
 * others, because the pool's connections run as a role that neither owns the tables nor may bypass the policies.
 */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int OLDEST_SERVER = 150_000;
    private static final ScopedValue<Open> OPEN = ScopedValue.newInstance();

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final DatabaseAddress address;

    private record Open(Handle handle, String brands, List<Runnable> afterwards) {}

    private Database(HikariDataSource pool, DatabaseAddress address) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        this.address = address;
    }

    /** Migrates to the newest schema, then opens a pool of connections of the application's role. */
    public static Database open(DatabaseAddress address, int connections) {
        prepare(address);
        var config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(4, connections));
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(10_000);
        config.setConnectionInitSql("set role herald_app");
        config.setDataSourceProperties(sessionProperties());
        config.setPoolName("herald");
        return new Database(new HikariDataSource(config), address);
    }

    /** One transaction that sees one brand. Inside another transaction of the same brand it is a part of that one. */
    public <T> T inBrand(long brand, Function<Handle, T> work) {
        return inScope("{" + brand + "}", work);
    }

    /** One transaction that sees several brands: for jobs. */
    public <T> T inBrands(List<Long> brands, Function<Handle, T> work) {
        return inScope(brands.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")), work);
    }

    /** A transaction that needs to see no brand: for what comes before the brand is known. Joins any open one. */
    public <T> T withoutBrand(Function<Handle, T> work) {
        return inScope(OPEN.isBound() ? OPEN.get().brands() : "{}", work);
    }

    /** Whether the caller is within a transaction, and so holds a connection of the pool. */
    public static boolean isInTransaction() {
        return OPEN.isBound();
    }

    /** Does something once the open transaction is committed, and never if it is not; at once if none is open. */
    public static void afterCommit(Runnable work) {
        if (OPEN.isBound()) {
            OPEN.get().afterwards().add(work);
        } else {
            work.run();
        }
    }

    private <T> T inScope(String brands, Function<Handle, T> work) {
        if (OPEN.isBound()) {
            if (!OPEN.get().brands().equals(brands)) {
                throw new IllegalStateException("A transaction of other brands is open");
            }
            return work.apply(OPEN.get().handle());
        }
        var afterwards = new ArrayList<Runnable>();
        var result = inTransaction(brands, afterwards, work);
        afterwards.forEach(Runnable::run);
        return result;
    }

    private <T> T inTransaction(String brands, List<Runnable> afterwards, Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(handle -> {
                handle.createQuery("select set_config('herald.brands', :brands, true)")
                        .bind("brands", brands)
                        .mapTo(String.class)
                        .one();
                return ScopedValue.where(OPEN, new Open(handle, brands, afterwards))
                        .call(() -> work.apply(handle));
            });
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException fault && isAway(fault)) {
                LOG.warn("Database away: {}", fault.getMessage());
                throw new Unavailable("The database cannot be reached just now. Try again, with the same key if any.");
            }
            throw e;
        }
    }

    /** Whether a fault is the database's absence rather than a mistake of ours; trying again may help. */
    public static boolean isAway(SQLException fault) {
        var state = Objects.requireNonNullElse(fault.getSQLState(), "");
        // Connection lost or refused, server shutting down or starting, out of resources such as disk.
        return fault instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53");
    }

    /** Works on a connection that is open already, in its transaction and with the brands it sees. */
    public static <T> T on(Connection connection, Function<Handle, T> work) {
        try (var handle =
                Jdbi.create(connection).installPlugin(new PostgresPlugin()).open()) {
            return work.apply(handle);
        }
    }

    /** The pool's connections, for a library that asks for them itself; they see no brand. */
    public DataSource connections() {
        return pool;
    }

    /** A connection of its own outside the pool, as the application's role: for lanes and leases. */
    public Connection dedicatedConnection() throws SQLException {
        var properties = sessionProperties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        var connection = DriverManager.getConnection(address.url(), properties);
        try (var statement = connection.createStatement()) {
            statement.execute("set role herald_app");
        }
        return connection;
    }

    /** A connection of its own as the owner of the tables, whom the policies hold like everybody: for upkeep. */
    Connection ownerConnection() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** Whether a statement gets through within two seconds. */
    public boolean isReachable() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Reads a bigint array column. */
    public static List<Long> longs(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    @Override
    public void close() {
        pool.close();
    }

    private static Properties sessionProperties() {
        var properties = new Properties();
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("ApplicationName", "herald");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("reWriteBatchedInserts", "true");
        return properties;
    }

    /** Makes the application's role, which migrations grant to, and runs the migrations as the owner. */
    private static void prepare(DatabaseAddress address) {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() * 10_000 < OLDEST_SERVER) {
                throw new StartRefused("PostgreSQL "
                        + connection.getMetaData().getDatabaseProductVersion()
                        + " is too old: Herald needs version 15 or newer.");
            }
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'herald_app') then
                            create role herald_app nologin;
                        end if;
                        if not pg_has_role(current_user, 'herald_app', 'member') then
                            execute format('grant herald_app to %I', current_user);
                        end if;
                    exception when duplicate_object or unique_violation then null;
                    end $$
                    """);
        } catch (SQLException e) {
            throw new StartRefused("The database at " + address.url() + " cannot be used: " + e.getMessage());
        }
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:db/migration")
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
