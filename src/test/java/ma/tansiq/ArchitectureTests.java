package ma.tansiq;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionalEventListener;

/** What holds in every module, beyond who may use whom ({@link ModularityTests}). */
@AnalyzeClasses(packages = "ma.tansiq", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> OUTERMOST_IS_A_PROCESS = describe(
            "belong to a *Process class",
            type -> outermost(type).getSimpleName().endsWith("Process"));

    private static final DescribedPredicate<JavaClass> READER_OF_THE_DASHBOARD = describe(
            "are the dashboard's reader",
            type -> type.getPackageName().startsWith("ma.tansiq.dashboard")
                    && outermost(type).getSimpleName().endsWith("Reader"));

    @ArchTest
    static final ArchRule onlyTheEngineAndTheProcessesTouchCamunda = noClasses()
            .that(resideOutsideOfPackages("ma.tansiq.engine..", "ma.tansiq.demonstration..", "ma.tansiq.replay..")
                    .and(not(OUTERMOST_IS_A_PROCESS))
                    .and(not(READER_OF_THE_DASHBOARD)))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.camunda..", "spinjar.."))
            .because("the engine stays one dependency that can be exchanged (docs/adr/0001)");

    @ArchTest
    static final ArchRule engineKnowsNoModule = noClasses()
            .that(resideInAPackage("ma.tansiq.engine.."))
            .should()
            .dependOnClassesThat(
                    resideInAPackage("ma.tansiq..").and(not(resideInAnyPackage("ma.tansiq.engine..", "ma.tansiq"))));

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that(resideOutsideOfPackages("ma.tansiq.demonstration.."))
            .should()
            .callCodeUnitWhere(describe("ask the machine for the time", ArchitectureTests::asksTheMachineForTheTime))
            .because("there is one clock and it can be moved (docs/adr/0007)");

    @ArchTest
    static final ArchRule nothingIsLeftToChance = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, ThreadLocalRandom.class)
            .because("what must not be guessed needs SecureRandom, what must be repeatable needs no chance");

    @ArchTest
    static final ArchRule nothingSleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingIsInjectedThroughSetters =
            noMethods().should().beAnnotatedWith(Autowired.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule mailIsWrittenInTheTransactionThatCausesIt = noMethods()
            .that()
            .areNotDeclaredIn("ma.tansiq.notification.Dispatcher")
            .should()
            .beAnnotatedWith(TransactionalEventListener.class)
            .allowEmptyShould(true)
            .because(
                    "an effect after commit can be lost; the dispatcher only wakes up, and looks by itself (docs/adr/0004)");

    @ArchTest
    static final ArchRule noModuleWritesTheTablesOfAnother = noClasses()
            .should()
            .callMethodWhere(describe("write a repository of another module", ArchitectureTests::writesElsewhere));

    @ArchTest
    static final ArchRule repositoriesArePlurals = classes()
            .that()
            .areAssignableTo(Repository.class)
            .should()
            .haveSimpleNameEndingWith("s")
            .orShould()
            .haveSimpleNameEndingWith("Register")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule controllersStayInTheirModule = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().should(beIn("a package that is @NullMarked", p -> p.isAnnotatedWith(NullMarked.class)));

    @ArchTest
    static final ArchRule namesSayWhatNotHow = noClasses()
            .that(not(assignableTo(describe("Camunda's own", ArchitectureTests::isCamunda))))
            .should()
            .haveNameMatching(".*(Service|Util|Utils|Impl|Dto|DTO|Helper|Manager)")
            .because("a name says what the thing is in the domain");

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
    }

    private static boolean asksTheMachineForTheTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean nullary = access.getTarget() instanceof CodeUnitCallTarget call
                && call.getRawParameterTypes().isEmpty();
        return (owner.isAssignableTo(Temporal.class) && name.equals("now") && !takesAClock(access))
                || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
                || (owner.isEquivalentTo(Date.class) && name.equals("<init>") && nullary)
                || (owner.isEquivalentTo(Calendar.class) && name.equals("getInstance"));
    }

    private static boolean writesElsewhere(JavaMethodCall call) {
        JavaClass repository = call.getTargetOwner();
        return repository.isAssignableTo(Repository.class)
                && call.getName().matches("(save|insert|update|delete|remove).*")
                && !module(repository).equals(module(call.getOriginOwner()));
    }

    private static String module(JavaClass type) {
        return type.getPackageName().replaceFirst("^(ma\\.tansiq\\.\\w+).*", "$1");
    }

    private static boolean isCamunda(JavaClass type) {
        return type.getPackageName().startsWith("org.camunda.");
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitCallTarget call
                && call.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Clock.class));
    }

    private static ArchCondition<JavaClass> beIn(String what, Predicate<JavaPackage> wanted) {
        return ArchCondition.from(describe("be in " + what, type -> wanted.test(type.getPackage())));
    }
}
