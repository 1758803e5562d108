package ma.tansiq.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;

/**
 * Takes a task for the rest of the transaction, after whoever is changing what it is about ({@code take_turn} with the
 * business key, as pages do), so that whoever comes second finds it gone. The lists that fill its form come along: the
 * engine would load each by itself when the task ends, only to remove it.
 */
final class LockedTask {

    private static final String TASK = """
            select take_turn(coalesce(p.business_key_, p.id_))
            from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_ where t.id_ = ?;
            select b.id_, b.rev_, b.name_, b.bytes_ from act_ru_task t
            left join act_ru_variable v on v.execution_id_ = t.execution_id_ and v.bytearray_id_ is not null
            left join act_ge_bytearray b on b.id_ = v.bytearray_id_
            where t.id_ = ? for update of t""";

    private LockedTask() {}

    static void take(String taskId, CommandContext context) {
        Connection connection = context.getDbSqlSession().getSqlSession().getConnection();
        DbEntityCache loaded = context.getDbEntityManager().getDbEntityCache();
        try (PreparedStatement task = connection.prepareStatement(TASK)) {
            task.setString(1, taskId);
            task.setString(2, taskId);
            task.execute();
            task.getMoreResults();
            ResultSet values = task.getResultSet();
            while (values.next()) {
                if (values.getString("id_") != null) {
                    loaded.putPersistent(value(values));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("task " + taskId + " could not be locked", failed);
        }
    }

    private static ByteArrayEntity value(ResultSet row) throws SQLException {
        ByteArrayEntity value = new ByteArrayEntity(row.getString("name_"), row.getBytes("bytes_"));
        value.setId(row.getString("id_"));
        value.setRevision(row.getInt("rev_"));
        return value;
    }
}
