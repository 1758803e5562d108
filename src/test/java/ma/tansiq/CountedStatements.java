package ma.tansiq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Records what is sent to the database; a batch counts once. */
@Component
public class CountedStatements implements BeanPostProcessor {

    private record Sent(String thread, String text) {}

    private static final List<Sent> SENT = Collections.synchronizedList(new ArrayList<>());
    private static volatile boolean recording;

    /** The statements that this thread sends for that work. */
    public static List<String> of(Runnable work) {
        String here = Thread.currentThread().getName();
        return of(work, here::equals);
    }

    /** The statements that the web server sends for those requests. */
    public static List<String> ofRequests(Runnable requests) {
        return of(requests, thread -> thread.startsWith("http-"));
    }

    private static List<String> of(Runnable work, Predicate<String> thread) {
        SENT.clear();
        recording = true;
        try {
            work.run();
        } finally {
            recording = false;
        }
        return List.copyOf(SENT).stream()
                .filter(each -> thread.test(each.thread()))
                .map(Sent::text)
                .toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource pool)) {
            return bean;
        }
        DataSource counting =
                ProxyDataSourceBuilder.create(pool).listener(new Recording()).build();
        ProxyFactory factory = new ProxyFactory(pool);
        factory.setProxyTargetClass(true);
        factory.addAdvice((org.aopalliance.intercept.MethodInterceptor)
                call -> call.getMethod().getName().equals("getConnection") ? counting.getConnection() : call.proceed());
        return factory.getProxy();
    }

    private static final class Recording implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            if (recording) {
                String text = queries.isEmpty() ? "" : queries.get(0).getQuery();
                SENT.add(new Sent(Thread.currentThread().getName(), text.replaceAll("\\s+", " ")));
            }
        }
    }
}
