package ma.tansiq.committee.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.MeetingManagement;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After two deferrals the chair decides whether a matter stays (rule B5). */
@TansiqTest
class RepeatedDeferralsTests {

    private static final String BODY = "CP9";

    @Autowired
    CommitteeStage stage;

    @Autowired
    AgendaManagement management;

    @Autowired
    Agendas agendas;

    @Autowired
    Matters matters;

    @Autowired
    MeetingManagement meetings;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void chairIsAskedAboutWhatWasDeferredTwiceAndNotAboutTheRest() {
        stage.itIs(CommitteeStage.MORNING);
        String meeting = stage.convened(BODY);
        String twice = deferred("Deux fois", 2, meeting);
        String thrice = deferred("Trois fois", 3, meeting);
        deferred("Une fois", 1, meeting);
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(
                "sec.cp9",
                meeting,
                "Task_ComposeAgenda",
                Map.of("items", stage.ranked(meeting, "Deux fois", "Trois fois", "Une fois")));

        assertThat(stage.shown("chair.cp9", meeting, "Task_ApproveAgenda", "repeated")
                        .findValuesAsText("label"))
                .containsExactly("1. Deux fois (reportée 2 fois)", "2. Trois fois (reportée 3 fois)");
        assertThat(told(meeting, Map.of("decision", "approve")))
                .contains("restent à l’ordre du jour", "Deux fois", "Trois fois")
                .doesNotContain("Une fois");
        assertThat(told(meeting, drop(List.of(), "Sans objet"))).contains("Cochez les questions");
        assertThat(told(meeting, drop(List.of(twice), " "))).contains("pourquoi");
        assertThat(told(meeting, drop(List.of("SNIA-1999-0001"), "Non"))).contains("n’a pas été reportée deux fois");
        stage.does("chair.cp9", meeting, "Task_ApproveAgenda", drop(List.of(twice), "Sans objet"));

        assertThat(agendas.of(meeting)).extracting(AgendaItem::label).containsExactly("1. Trois fois", "2. Une fois");
        assertThat(matters.findById(twice).orElseThrow().isClosed()).isTrue();
        assertThat(matters.findById(thrice).orElseThrow().isClosed()).isFalse();
        assertThat(database.sql("select body_text from mail where template = 'matter-dropped' and reference = ?")
                        .param(twice)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(each -> each.contains("Sans objet"));
        meetings.cancel(meeting, "Fin du test", "sec.cp9");
    }

    private String deferred(String title, int times, String meeting) {
        String matter = management.open(BODY, title, "Texte", "sec.cp9").reference();
        for (int passage = 2; passage < times + 2; passage++) {
            database.sql("""
                            insert into referral (matter, passage, body, way, sent_by, text_version, sent_at)
                            values (?, ?, 'CP9', 'DEFERRED', ?, 1, now())""").params(matter, passage, meeting).update();
        }
        return matter;
    }

    private String told(String meeting, Map<String, Object> answers) {
        return stage.toldWhen("chair.cp9", meeting, "Task_ApproveAgenda", answers);
    }

    private static Map<String, Object> drop(List<String> matters, String motive) {
        return Map.of("decision", "approve", "repeatedDecision", "drop", "dropped", matters, "dropMotive", motive);
    }
}
