package dev.herald.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Herald this is, as the build wrote it into the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
        return new String[] {"Herald " + version.orElse("(not from a jar)")};
    }
}
