package ma.tansiq;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Each class of tests finds the application as it was after its start: its data and the engine's clock. */
class FromTheBeginning extends AbstractTestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        ClockUtil.reset();
        test.getApplicationContext().getBean(PristineData.class).putBack();
    }
}
