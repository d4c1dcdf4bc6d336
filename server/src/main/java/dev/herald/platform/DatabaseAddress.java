package dev.herald.platform;

/**
 * Where a PostgreSQL server is and who enters it.
 *
 * @param url a JDBC address, {@code jdbc:postgresql://host:port/database}
 */
public record DatabaseAddress(String url, String user, String password) {

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
