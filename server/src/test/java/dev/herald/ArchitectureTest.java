package dev.herald;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md and CONTRIBUTING.md that a machine can hold. */
class ArchitectureTest {

    /** From the top down: a package may use those below it, never one above or beside it. */
    private static final List<Set<String>> LAYERS = List.of(
            Set.of("app"),
            Set.of("wizard"),
            Set.of("console", "portal"),
            Set.of("invite"),
            Set.of("web"),
            Set.of("connect"),
            Set.of("planner"),
            Set.of("protect"),
            Set.of("insight"),
            Set.of("reward"),
            Set.of("attribution"),
            Set.of("redemption"),
            Set.of("share"),
            Set.of("code"),
            Set.of("ambassador"),
            Set.of("campaign"),
            Set.of("job"),
            Set.of("access"),
            Set.of("money"),
            Set.of("platform"));

    /** Besides stores and jobs: the facades, which hold their feature's transactions, and what makes up the lane. */
    private static final Set<String> SEE_TRANSACTIONS = Set.of(
            "Access",
            "ApiKeys",
            "People",
            "PayoutLimits",
            "Idempotency",
            "Campaigns",
            "Ambassadors",
            "AmbassadorImports",
            "AmbassadorFigures",
            "PortalLinks",
            "Invitations",
            "Applications",
            "Codes",
            "CodeIssuer",
            "CodeBooks",
            "CodeExports",
            "CodeImports",
            "CodePatterns",
            "Memberships",
            "CodeSearches",
            "CodeReplacements",
            "Redemptions",
            "EventFollower",
            "Events",
            "RewardPlans",
            "Rewards",
            "LedgerAudit",
            "Contests",
            "EstimatedRewards",
            "Podium",
            "Previews",
            "Validations",
            "Payouts",
            "CodeChecks",
            "RedemptionSearches",
            "Insights",
            "PeriodReports",
            "Comparisons",
            "Audiences",
            "TrackRecords",
            "Experiences",
            "OwnFigures",
            "LiveCounts",
            "Links",
            "ClickTally",
            "Captions",
            "BrandImages",
            "CampaignPlans",
            "Jobs",
            "JobRun",
            "RedemptionLane",
            "LaneSession",
            "LaneReads",
            "HoldReads",
            "EarlierReads",
            "Fault",
            "ResultSets",
            "LaneWrites",
            "RedemptionWrites",
            "HoldWrites",
            "Decreases",
            "Round",
            "DeclineTally",
            "Columns",
            "RedemptionRow",
            "SharedUses",
            "Posts",
            "Surveys",
            "Estimates");

    private static final Set<String> SEE_REQUESTS =
            Set.of("Gate", "Idempotency", "Door", "Frame", "PublicPages", "Visits", "AmbassadorPages");

    private static final int LONGEST_FILE = 300;

    /** Without the compiled page templates, which are the generator's business. */
    private static final JavaClasses HERALD = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/dev/herald/pages/"))
            .importPackages("dev.herald");

    @Nested
    class Arrows {

        @Test
        void point_downwards_only() {
            for (var layer = 0; layer < LAYERS.size(); layer++) {
                for (var name : LAYERS.get(layer)) {
                    var above = LAYERS.subList(0, layer + 1).stream().flatMap(Set::stream);
                    noClasses()
                            .that()
                            .resideInAPackage(packageOf(name))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(above.filter(other -> !other.equals(name))
                                    .map(ArchitectureTest::packageOf)
                                    .toArray(String[]::new))
                            .allowEmptyShould(true)
                            .check(HERALD);
                }
            }
        }

        @Test
        void are_known_of_every_package() {
            var known = LAYERS.stream()
                    .flatMap(Set::stream)
                    .map(ArchitectureTest::packageOf)
                    .toArray(String[]::new);
            classes().should().resideInAnyPackage(known).check(HERALD);
        }
    }

    @Nested
    class Features {

        @Test
        void show_neither_their_sql_nor_their_rules() {
            classes()
                    .that(simpleNameEndingWith("Store").or(simpleNameEndingWith("Rules")))
                    .should()
                    .notBePublic()
                    .check(HERALD);
        }

        @Test
        void keep_sql_in_their_stores_and_transactions_in_their_facades() {
            noClasses()
                    .that(areNeitherStoreNorFacade())
                    .should(dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("java.sql..", "org.jdbi..")))
                    .check(HERALD);
        }

        @Test
        void know_http_in_their_routes_only() {
            noClasses()
                    .that(areBehindRoutes())
                    .should(dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.helidon..")))
                    .check(HERALD);
        }

        private static DescribedPredicate<JavaClass> areBehindRoutes() {
            return DescribedPredicate.describe("are behind the routes", type -> {
                var name = outermost(type).getSimpleName();
                return !name.endsWith("Routes")
                        && !SEE_REQUESTS.contains(name)
                        && !Set.of("dev.herald.platform", "dev.herald.web", "dev.herald.app")
                                .contains(type.getPackageName());
            });
        }

        private static DescribedPredicate<JavaClass> areNeitherStoreNorFacade() {
            return DescribedPredicate.describe("are neither stores nor facades", type -> {
                var name = outermost(type).getSimpleName();
                return !name.matches(".*(Store|Job)")
                        && !SEE_TRANSACTIONS.contains(name)
                        && !type.getPackageName().equals("dev.herald.platform");
            });
        }
    }

    @Nested
    class Rules {

        @Test
        void do_no_input_or_output_and_draw_no_lots() {
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Rules")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "org.jdbi..",
                            "java.io..",
                            "java.nio..",
                            "java.net..",
                            "java.util.random..",
                            "java.security..",
                            "io.helidon..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("dev.herald.platform.Database")
                    .check(HERALD);
        }

        @Test
        void and_all_others_are_told_the_time_and_never_ask_the_system_for_it() {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(packageOf("app"))
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .check(HERALD);
        }
    }

    @Nested
    class Names {

        @Test
        void say_something() {
            noClasses()
                    .should()
                    .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)")
                    .check(HERALD);
        }

        @Test
        void are_the_words_of_the_glossary() {
            noClasses()
                    .should()
                    .haveNameMatching("(?i).*(voucher|coupon|affiliate|partner).*")
                    .check(HERALD);
        }
    }

    @Test
    void null_does_not_exist_in_any_package() {
        var forgotten = LAYERS.stream()
                .flatMap(Set::stream)
                .map(name -> "dev.herald." + name)
                .filter(HERALD::containPackage)
                .filter(name -> !HERALD.getPackage(name).isAnnotatedWith(NullMarked.class));
        assertThat(forgotten).isEmpty();
    }

    @Test
    void no_file_is_too_long_to_read_in_one_go() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var tooLong =
                    files.filter(file -> file.toString().endsWith(".java")).filter(ArchitectureTest::isTooLong);
            assertThat(tooLong).isEmpty();
        }
    }

    private static boolean isTooLong(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count() > LONGEST_FILE;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static String packageOf(String name) {
        return "dev.herald." + name + "..";
    }
}
