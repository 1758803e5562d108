package ma.tansiq.replay;

import java.util.List;

/** What simulated people write: invented, and in French, as in the committees. */
final class Words {

    private static final List<String> SUBJECTS = List.of(
            "Convention avec les partenaires locaux",
            "Formation des agents d’accueil",
            "Accès aux services publics dans les provinces",
            "Calendrier des activités du semestre",
            "Répartition des crédits de l’exercice",
            "Suivi des indicateurs du programme",
            "Guide à l’usage des associations",
            "Coordination avec les collectivités territoriales",
            "Données partagées entre administrations",
            "Campagne d’information en langues étrangères",
            "Évaluation à mi-parcours",
            "Conditions d’éligibilité aux aides",
            "Ouverture de nouveaux points d’accueil",
            "Appui des partenaires techniques",
            "Simplification des formulaires",
            "Médiation culturelle et interprétariat",
            "Prise en charge des situations d’urgence",
            "Préparation du rapport annuel",
            "Participation des associations aux travaux",
            "Étude de besoins par région");

    private static final List<String> PLACES = List.of(
            "Rabat, salle des conférences", "Rabat, salle 2", "Rabat, siège du ministère", "Salé, annexe, salle A");

    private Words() {}

    static String subject(Chance chance) {
        return chance.about("subject").oneOf(SUBJECTS);
    }

    static String place(Chance chance) {
        return chance.about("place").oneOf(PLACES);
    }

    static String statement(String subject) {
        return "Exposé : " + subject + ". L’instance est appelée à se prononcer sur les suites à donner.";
    }

    static String decision(Chance chance) {
        return chance.about("decision")
                .oneOf(List.of(
                        "L’instance adopte la proposition et en confie l’exécution au secrétariat.",
                        "L’instance approuve le projet présenté, sous réserve des crédits disponibles.",
                        "L’instance retient la première option et demande un point d’étape à la prochaine séance.",
                        "L’instance décide d’étendre le dispositif à trois nouvelles provinces."));
    }

    static String discussion(Chance chance) {
        return chance.about("discussion")
                .oneOf(List.of(
                        "Les membres ont échangé sur le calendrier et les moyens nécessaires.",
                        "Plusieurs membres ont demandé que les partenaires soient associés.",
                        "Le débat a porté sur les responsabilités de chacun.",
                        "Pas d’observation particulière."));
    }
}
