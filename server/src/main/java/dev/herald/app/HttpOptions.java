package dev.herald.app;

import dev.herald.platform.StartRefused;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** Where Herald listens. */
final class HttpOptions {

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen (8080). 0 takes any free port.")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The address to listen at (127.0.0.1, this machine alone; 0.0.0.0 for all).")
    private String host = "127.0.0.1";

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** Looks before anything slow is begun; whoever takes the port in between is told of later and less nicely. */
    void refuseTaken() {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address());
        } catch (BindException e) {
            throw new StartRefused("Port " + port + " of " + host + " cannot be had (" + e.getMessage()
                    + "): stop the program that uses it, or choose another with --port.");
        } catch (IOException e) {
            throw new StartRefused("Herald cannot listen at " + host + ": " + e.getMessage());
        }
    }

    /** How a person on this machine reaches a server that listens here. */
    String url(int actualPort) {
        var reachable = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        var literal = reachable.contains(":") ? "[" + reachable + "]" : reachable;
        return "http://" + literal + ":" + actualPort;
    }

    private InetSocketAddress address() throws UnknownHostException {
        if (port < 0 || port > 65_535) {
            throw new StartRefused("--port must be a number from 0 to 65535.");
        }
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException("there is no such address");
        }
        return address;
    }
}
