package ma.tansiq;

import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Counts what this thread sends to the database; a batch counts once. */
@Component
public class CountedStatements implements BeanPostProcessor {

    private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 0);

    /** How many statements that work sent to the database. */
    public static int of(Runnable work) {
        int before = COUNT.get();
        work.run();
        return COUNT.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource pool)) {
            return bean;
        }
        DataSource counting =
                ProxyDataSourceBuilder.create(pool).listener(new Counting()).build();
        ProxyFactory factory = new ProxyFactory(pool);
        factory.setProxyTargetClass(true);
        factory.addAdvice((org.aopalliance.intercept.MethodInterceptor)
                call -> call.getMethod().getName().equals("getConnection") ? counting.getConnection() : call.proceed());
        return factory.getProxy();
    }

    private static final class Counting implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {}

        @Override
        public void afterQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {
            COUNT.set(COUNT.get() + 1);
        }
    }
}
