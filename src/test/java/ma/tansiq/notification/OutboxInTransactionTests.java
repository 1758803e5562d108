package ma.tansiq.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingNotice;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module inside the whole application: from an event to the in-process mail server. */
@TansiqTest
class OutboxInTransactionTests {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient database;

    @Test
    void mailLeavesByItselfOnceItsCauseIsCommitted() {
        MeetingNotice notice = MailRoom.notice("CP11-1901-01", 1, "m1.cp11", "m2.cp11");

        List<String> atTheEnd = new ArrayList<>();
        transaction().executeWithoutResult(status -> {
            events.publishEvent(new MeetingEvents.Convened(notice, null));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCompletion() {
                    atTheEnd.addAll(states("CP11-1901-01"));
                }
            });
        });
        assertThat(atTheEnd).as("in the transaction of the cause").containsExactly("QUEUED", "QUEUED");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(states("CP11-1901-01")).containsExactly("SENT", "SENT"));
    }

    @Test
    void mailDisappearsWithTheCauseThatWasRolledBack() {
        transaction().executeWithoutResult(status -> {
            events.publishEvent(new MeetingEvents.Convened(MailRoom.notice("CP11-1901-02", 1, "m1.cp11"), null));
            status.setRollbackOnly();
        });

        assertThat(states("CP11-1901-02")).isEmpty();
    }

    @Test
    void mailWithoutTransactionIsRefused() {
        MeetingEvents.Convened event = new MeetingEvents.Convened(MailRoom.notice("CP11-1901-03", 1, "m1.cp11"), null);

        assertThatThrownBy(() -> events.publishEvent(event)).isInstanceOf(IllegalTransactionStateException.class);
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    private List<String> states(String reference) {
        return database.sql("select state from mail where reference = ? order by position")
                .param(reference)
                .query(String.class)
                .list();
    }
}
