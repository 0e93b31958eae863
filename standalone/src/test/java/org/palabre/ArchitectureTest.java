package org.palabre;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.NullMarked;
import org.palabre.platform.OneShape;
import org.palabre.shared.Actor;
import org.palabre.web.Allow;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the compiler cannot see, and everybody relies on. */
@AnalyzeClasses(packages = "org.palabre", importOptions = ImportOption.DoNotIncludeTests.class)
@OneShape("it reads classes and starts nothing")
class ArchitectureTest {

    /** Which other contexts each context may know. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "accounts", Set.of(),
            "content", Set.of("accounts"),
            "gatherings", Set.of("accounts", "payments"),
            "queues", Set.of("accounts"),
            "conversations", Set.of("accounts"),
            "payments", Set.of("accounts"),
            "notifications", Set.of("accounts", "content", "gatherings", "queues", "conversations", "payments"),
            "insight",
                    Set.of(
                            "accounts",
                            "content",
                            "gatherings",
                            "queues",
                            "conversations",
                            "payments",
                            "notifications"));

    /** Commands that bring their own proof, a password, a code or a token: who sends them is not yet known. */
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "RegisterAccount",
            "SetUp",
            "LogIn",
            "ProveEmail",
            "RequestProof",
            "RequestReset",
            "ResetPassword",
            "RenewSession",
            "EndSession");

    private static final DescribedPredicate<JavaClass> OF_THE_API = describe(
            "are of the api",
            type -> type.getSource()
                    .map(source -> source.getUri().toString())
                    .filter(uri -> uri.contains("/api/target/") || uri.contains("/palabre-api/"))
                    .isPresent());

    /**
     * A package directly below the root is a face; what lies below it is nobody else's business, except for whoever starts a
     * process.
     */
    @ArchTest
    static final ArchRule contexts_see_only_each_others_faces = slices().matching("org.palabre.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage("org.palabre.*"))
            .ignoreDependency(resideInAPackage("org.palabre.commandside"), DescribedPredicate.alwaysTrue());

    @ArchTest
    static void contexts_know_each_other_in_one_direction(JavaClasses all) {
        KNOWN.forEach((context, known) -> noClasses()
                .that()
                .resideInAPackage(everythingOf(context))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KNOWN.keySet().stream()
                        .filter(other -> !other.equals(context) && !known.contains(other))
                        .map(ArchitectureTest::everythingOf)
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(all));
    }

    @ArchTest
    static final ArchRule foundations_know_no_context = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.palabre.shared..",
                    "org.palabre.storage..",
                    "org.palabre.eventstore..",
                    "org.palabre.claims..",
                    "org.palabre.console..",
                    "org.palabre.deadlines..",
                    "org.palabre.pictures..",
                    "org.palabre.serving..",
                    "org.palabre.views..",
                    "org.palabre.counting..",
                    "org.palabre.handling..",
                    "org.palabre.requests..",
                    "org.palabre.signing..",
                    "org.palabre.sweeping..",
                    "org.palabre.telephones..",
                    "org.palabre.exports..",
                    "org.palabre.pages..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    KNOWN.keySet().stream().map(ArchitectureTest::everythingOf).toArray(String[]::new));

    private static String everythingOf(String context) {
        return "org.palabre." + context + "..";
    }

    private static final String[] COMMAND_SIDE = {
        "org.palabre..command..",
        "org.palabre.claims..",
        "org.palabre.deadlines..",
        "org.palabre.pictures..",
        "org.palabre.handling..",
        "org.palabre.requests..",
        "org.palabre.signing..",
        "org.palabre.sweeping..",
        "org.palabre.telephones.."
    };

    private static final String[] QUERY_SIDE = {
        "org.palabre..query..",
        "org.palabre.projections..",
        "org.palabre.exports..",
        "org.palabre.serving..",
        "org.palabre.counting..",
        "org.palabre.pages.."
    };

    @ArchTest
    static final ArchRule the_command_side_knows_nothing_of_the_query_side = noClasses()
            .that()
            .resideInAnyPackage(COMMAND_SIDE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUERY_SIDE);

    @ArchTest
    static final ArchRule the_query_side_knows_nothing_of_the_command_side = noClasses()
            .that()
            .resideInAnyPackage(QUERY_SIDE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND_SIDE);

    @ArchTest
    static final ArchRule the_api_is_free_of_spring_and_jpa = noClasses()
            .that(OF_THE_API)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule messages_are_records = classes()
            .that()
            .areMemberClasses()
            .and()
            .haveNameMatching(".*(Command|Event|Query)\\$.*")
            .and()
            .areNotEnums()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule aggregates_keep_to_themselves =
            classes().that().areAnnotatedWith(Aggregate.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Mapper|Dto|DTO)");

    @ArchTest
    static final ArchRule every_command_handler_asks_who = methods()
            .that()
            .areAnnotatedWith(CommandHandler.class)
            .and(describe(
                    "are not for everyone",
                    method -> !OPEN_TO_ALL.contains(
                            method.getRawParameterTypes().getFirst().getSimpleName())))
            .should(have(describe(
                    "an Actor among the parameters",
                    (JavaMethod method) -> method.getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(Actor.class)))));

    @ArchTest
    static final ArchRule every_call_says_who_may = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(ErrorController.class)
            .should()
            .beAnnotatedWith(Allow.class);

    @ArchTest
    static final ArchRule nothing_is_null_by_surprise = classes()
            .should(be(describe(
                    "in a @NullMarked package",
                    (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should()
            .callMethodWhere(describe(
                    "Thread.sleep",
                    call -> call.getTarget().getOwner().isEquivalentTo(Thread.class)
                            && call.getTarget().getName().equals("sleep")));

    /**
     * The first start and the demo show their links to whoever sits at the console, and keep them out of the log; the
     * commands of the jar have nothing but their console.
     */
    @ArchTest
    static final ArchRule nobody_prints = noClasses()
            .that()
            .doNotHaveSimpleName("FirstStart")
            .and()
            .doNotHaveSimpleName("Demo")
            .and()
            .doNotHaveFullyQualifiedName("org.palabre.console.Console")
            .should(ACCESS_STANDARD_STREAMS);

    /** The library that makes tokens asks for the old type. */
    @ArchTest
    static final ArchRule time_is_java_time = noClasses()
            .that()
            .doNotHaveSimpleName("Tokens")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class);
}
