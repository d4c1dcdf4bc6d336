package dev.herald.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts at the root and the jar that they start, as a newcomer meets them. */
class ScriptsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path temporary;

    private record Ended(int exitCode, String output) {}

    @Nested
    class Any_script {

        @Test
        void says_in_one_line_that_a_jdk_is_the_wrong_one() throws Exception {
            var wrong = fakeJdk("17.0.15");
            for (var script : List.of("./herald", "./dev check", "./mvnw")) {
                var ended = run(script, Map.of("HERALD_JAVA_HOME", wrong.toString()));
                assertThat(ended.exitCode()).as(script).isEqualTo(1);
                assertThat(ended.output()).isEqualTo("HERALD_JAVA_HOME (" + wrong + ") is not a JDK 25.");
            }
        }

        @Test
        void takes_the_first_jdk_25_it_finds_for_a_java_home_of_another_version() throws Exception {
            var old = fakeJdk("17.0.15");
            var find = "sh -c '. ./.mvn/jdk.sh && use_jdk && echo $JAVA_HOME'";
            var ended = run(find, Map.of("JAVA_HOME", old.toString()));
            assertThat(ended.output()).isNotEqualTo(old.toString());
            assertThat(Files.readString(Path.of(ended.output(), "release"))).contains("JAVA_VERSION=\"25");
            var right = fakeJdk("25.0.9");
            assertThat(run(find, Map.of("JAVA_HOME", right.toString())).output())
                    .isEqualTo(right.toString());
        }

        private Path fakeJdk(String version) throws IOException {
            var home = Files.createDirectories(temporary.resolve("jdk-" + version));
            var javac = Files.createFile(
                    Files.createDirectories(home.resolve("bin")).resolve("javac"));
            assertThat(javac.toFile().setExecutable(true)).isTrue();
            Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
            return home;
        }
    }

    @Nested
    class Mvnw {

        @Test
        void refuses_a_maven_with_another_checksum() throws Exception {
            var version = Files.readString(ROOT.resolve("mvnw")).replaceFirst("(?s).*?\nversion=(\\S+)\n.*", "$1");
            var folder = temporary.resolve("repository/org/apache/maven/apache-maven/" + version);
            Files.writeString(
                    Files.createDirectories(folder).resolve("apache-maven-" + version + "-bin.zip"), "not Maven");
            var user = temporary.resolve("m2");
            var ended = run(
                    "./mvnw --version",
                    Map.of(
                            "MAVEN_USER_HOME", user.toString(),
                            "MVNW_REPOURL",
                                    temporary.resolve("repository").toUri().toString()));
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output()).contains("another checksum than it should: not used");
            try (var left = Files.walk(user)) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @Nested
    class Dev {

        @Test
        void lists_its_commands_and_refuses_others() throws Exception {
            var help = run("./dev help", Map.of());
            assertThat(help.exitCode()).isZero();
            var unknown = run("./dev nonsense", Map.of());
            assertThat(unknown.exitCode()).isEqualTo(2);
            assertThat(unknown.output()).isEqualTo("There is no command 'nonsense'.\n" + help.output());
        }

        @Test
        void lists_every_command_it_knows_and_no_other() throws Exception {
            var listed = run("./dev help", Map.of())
                    .output()
                    .lines()
                    .skip(1)
                    .map(line -> line.strip().replaceFirst(" .*", ""));
            var known = Files.readString(ROOT.resolve("dev"))
                    .replaceFirst("(?s).*\ncase \\$command in\n", "")
                    .lines()
                    .filter(line -> line.matches("    [a-z].*\\) .*"))
                    .map(line -> line.strip().replaceFirst("[ )].*", ""));
            assertThat(listed).containsExactlyInAnyOrderElementsOf(known.toList());
        }
    }

    @Nested
    class The_jar {

        @Test
        void starts_with_its_libraries_beside_it_and_knows_its_version() throws Exception {
            var java = Path.of(System.getProperty("java.home"), "bin", "java");
            var ended = run(java + " -jar server/target/herald.jar --version", Map.of());
            assertThat(ended.output()).startsWith("Herald 0.");
            assertThat(ended.exitCode()).isZero();
        }
    }

    private static Ended run(String command, Map<String, String> environment) throws Exception {
        var builder =
                new ProcessBuilder("sh", "-c", command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("HERALD_JAVA_HOME", "MVNW_REPOURL", "MAVEN_USER_HOME"));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Ended(process.waitFor(), output);
    }
}
