package dev.herald.app;

import dev.herald.platform.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "herald",
        description = "Runs promo codes for brand-ambassador campaigns.",
        subcommands = {
            DemoCommand.class,
            StartCommand.class,
            BrandCommand.class,
            JobsCommand.class,
            LedgerCommand.class,
            CodesCommand.class,
            AdviseCommand.class,
            SimulateCommand.class,
            RehearseCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "demo | start | brand | codes | advise | simulate | jobs | ledger | help")
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        configureLogging();
        var commands = new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
        System.exit(commands.execute(args));
    }

    /** A refusal is one line that says what to do; anything else is a bug, and its trace belongs in the report of it. */
    private static int explain(Exception fault, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        var exitCode = command.getCommandSpec().exitCodeOnExecutionException();
        if (Opened.processEnds()) {
            return exitCode;
        }
        if (!(fault instanceof StartRefused)) {
            throw fault;
        }
        command.getErr().println(fault.getMessage());
        return exitCode;
    }

    private static void configureLogging() {
        try (var configuration = Main.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
