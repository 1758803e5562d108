package ma.tansiq.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * The engine's full history without the variables: they only steer gateways and fill forms, with data that the domain's
 * tables hold and keep. A copy of every list of names in the history would cost statements and serve nobody.
 */
final class HistoryOfSteps extends HistoryLevelFull {

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return !isOfVariable(type) && super.isHistoryEventProduced(type, entity);
    }

    private static boolean isOfVariable(HistoryEventType type) {
        return type.equals(HistoryEventTypes.VARIABLE_INSTANCE_CREATE)
                || type.equals(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE)
                || type.equals(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL)
                || type.equals(HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE)
                || type.equals(HistoryEventTypes.VARIABLE_INSTANCE_DELETE);
    }
}
