package ma.tansiq.committee.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.SessionRecord.VoteKind;
import ma.tansiq.engine.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the items of each meeting were dealt with. */
@Repository
public class Conducts {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;
    private final OncePerTransaction<String, List<Conduct>> read = new OncePerTransaction<>();

    Conducts(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    /** In the order of the agenda; an item that no session has reached has none. */
    public List<Conduct> of(String meeting) {
        return read.get(meeting, this::read);
    }

    private List<Conduct> read(String meeting) {
        return database.sql("""
                        select c.*,
                               array(select r.account from recusal r left join attendance a on a.meeting = r.meeting and a.account = r.account
                                      where r.meeting = c.meeting and r.position = c.position order by a.ordinal, r.account) as recused,
                               array(select v.choice || ' ' || v.account from open_vote v left join attendance a on a.meeting = v.meeting and a.account = v.account
                                      where v.meeting = c.meeting and v.position = c.position order by a.ordinal, v.account) as voices
                          from conduct c where c.meeting = :meeting order by c.position""")
                .param("meeting", meeting)
                .query((row, number) -> new Conduct(
                        row.getInt("position"),
                        row.getInt("sitting"),
                        row.getBoolean("added"),
                        new Quorum(
                                row.getInt("quorum_voting"),
                                row.getInt("quorum_required"),
                                row.getInt("quorum_present")),
                        List.of((String[]) row.getArray("recused").getArray()),
                        vote(
                                row.getString("vote"),
                                (String[]) row.getArray("voices").getArray(),
                                row.getInt("votes_for"),
                                row.getInt("votes_against"),
                                row.getInt("votes_abstained"),
                                row.getString("casting"))))
                .list();
    }

    private static @Nullable Vote vote(
            @Nullable String kind, String[] given, int inFavour, int against, int abstained, @Nullable String casting) {
        if (kind == null) {
            return null;
        }
        Map<String, Choice> voices = new LinkedHashMap<>();
        Arrays.stream(given)
                .map(each -> each.split(" ", 2))
                .forEach(each -> voices.put(each[1], Choice.valueOf(each[0])));
        return new Vote(
                VoteKind.valueOf(kind),
                voices,
                inFavour,
                against,
                abstained,
                casting == null ? null : Choice.valueOf(casting));
    }

    /** Replaces what an earlier record, which nobody has signed, said of these items and of all that it leaves out. */
    void replace(String meeting, List<Conduct> conducts) {
        read.forget(meeting);
        database.sql("delete from conduct where meeting = :meeting")
                .param("meeting", meeting)
                .update();
        add("""
                insert into conduct (meeting, position, sitting, added, quorum_voting, quorum_required, quorum_present,
                                     vote, votes_for, votes_against, votes_abstained, casting)
                values (:meeting, :position, :sitting, :added, :voting, :required, :present,
                        :vote, :for, :against, :abstained, :casting)""", conducts.stream().map(each -> row(meeting, each)).toList());
        add(
                "insert into recusal (meeting, position, account) values (:meeting, :position, :account)",
                conducts.stream()
                        .flatMap(each -> each.recused().stream()
                                .map(account ->
                                        Map.of("meeting", meeting, "position", each.position(), "account", account)))
                        .toList());
        List<Map<String, ?>> voices = new ArrayList<>();
        conducts.forEach(each -> voices(each)
                .forEach((account, choice) -> voices.add(Map.of(
                        "meeting",
                        meeting,
                        "position",
                        each.position(),
                        "account",
                        account,
                        "choice",
                        choice.name()))));
        add(
                "insert into open_vote (meeting, position, account, choice) values (:meeting, :position, :account, :choice)",
                voices);
    }

    private static Map<String, Choice> voices(Conduct conduct) {
        return conduct.vote() == null ? Map.of() : conduct.vote().voices();
    }

    private void add(String insert, List<? extends Map<String, ?>> rows) {
        if (!rows.isEmpty()) {
            batch.batchUpdate(insert, rows.toArray(Map[]::new));
        }
    }

    private static Map<String, Object> row(String meeting, Conduct each) {
        Map<String, Object> row = new HashMap<>();
        row.put("meeting", meeting);
        row.put("position", each.position());
        row.put("sitting", each.sitting());
        row.put("added", each.added());
        row.put("voting", each.quorum().voting());
        row.put("required", each.quorum().required());
        row.put("present", each.quorum().present());
        Vote vote = each.vote();
        row.put("vote", vote == null ? null : vote.kind().name());
        row.put("for", vote == null ? null : vote.inFavour());
        row.put("against", vote == null ? null : vote.against());
        row.put("abstained", vote == null ? null : vote.abstained());
        row.put(
                "casting",
                vote == null || vote.casting() == null ? null : vote.casting().name());
        return row;
    }
}
