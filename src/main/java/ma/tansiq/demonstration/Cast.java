package ma.tansiq.demonstration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.tansiq.engine.Account;

/** The invented people of the demonstration: their sign-in names, what they are called, where they sit, what they do. */
final class Cast {

    /** The password of all of them; production refuses to start with it. */
    static final String PASSWORD = "tansiq-demo";

    private static final int PROGRAMMES = 11;

    private static final List<String> GIVEN_NAMES = List.of(
            "Amina",
            "Youssef",
            "Fatima-Zahra",
            "Karim",
            "Salma",
            "Omar",
            "Khadija",
            "Rachid",
            "Nadia",
            "Hamza",
            "Imane",
            "Driss",
            "Meryem",
            "Abdellah",
            "Houda",
            "Mehdi",
            "Zineb",
            "Anas",
            "Samira",
            "Brahim",
            "Loubna",
            "Said",
            "Ghizlane",
            "Mustapha",
            "Asmaa",
            "Tarik",
            "Naïma",
            "Hicham",
            "Sanaa",
            "Ilyas",
            "Btissam",
            "Jamal",
            "Hanane");

    private static final List<String> FAMILY_NAMES = List.of(
            "El Idrissi",
            "Bennani",
            "Alaoui",
            "Chraïbi",
            "Tazi",
            "Berrada",
            "El Fassi",
            "Amrani",
            "Benjelloun",
            "Ouazzani",
            "Lahlou",
            "Bouzidi",
            "Naciri",
            "Aït Ali",
            "Cherkaoui",
            "Zniber",
            "El Mansouri",
            "Haddad",
            "Benkirane",
            "Sqalli",
            "Rahmouni",
            "Belhaj",
            "Kettani",
            "Filali",
            "Mernissi",
            "Oulhaj",
            "Bensouda",
            "Ziani",
            "Slaoui");

    private Cast() {}

    static List<Account> accounts() {
        List<String> ids = Stream.concat(seats().values().stream(), functionsByAccount().keySet().stream())
                .toList();
        return IntStream.range(0, ids.size())
                .mapToObj(i -> person(ids.get(i), i))
                .toList();
    }

    /** Account by seat: {@code CP11.m1} is held by {@code m1.cp11}. */
    static Map<String, String> seats() {
        Map<String, String> seats = new LinkedHashMap<>();
        for (int programme = 1; programme <= PROGRAMMES; programme++) {
            seat(seats, "CP" + programme, "sec", "chair", "m1", "m2", "m3", "obs1", "alt1");
        }
        seat(seats, "COPIL", "sec", "chair", "m1", "m2", "m3", "m4", "m5");
        seat(seats, "CI", "sec", "chair", "m1", "m2", "m3");
        return seats;
    }

    static Map<String, Set<String>> functionsByAccount() {
        Map<String, Set<String>> functions = new LinkedHashMap<>();
        functions.put("coord", Set.of("coordinator"));
        give(functions, "grant-officer", "officer", "officer2");
        give(functions, "grant-evaluator", "eval1", "eval2", "eval3", "eval4");
        give(functions, "selection-committee", "select1", "select2", "select3");
        give(functions, "authorising-officer", "ordo", "ordo2");
        give(functions, "appeal-officer", "appeal1", "appeal2");
        functions.put("finance", Set.of("finance"));
        functions.put("audit", Set.of("auditor"));
        functions.put("admin", Set.of("camunda-admin"));
        return functions;
    }

    private static void seat(Map<String, String> seats, String body, String... names) {
        for (String name : names) {
            seats.put(body + "." + name, name + "." + body.toLowerCase(Locale.ROOT));
        }
    }

    private static void give(Map<String, Set<String>> functions, String group, String... accounts) {
        List.of(accounts).forEach(account -> functions.put(account, Set.of(group)));
    }

    /** The lists' lengths have no common divisor, so that nobody has the name of another. */
    private static Account person(String id, int number) {
        return new Account(
                id,
                GIVEN_NAMES.get(number % GIVEN_NAMES.size()),
                FAMILY_NAMES.get(number % FAMILY_NAMES.size()),
                id + "@example.org");
    }
}
