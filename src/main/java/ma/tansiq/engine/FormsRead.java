package ma.tansiq.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The forms of deployments as they were read. A deployment never changes, so what was read once stays true. */
final class FormsRead {

    private record Form(String deployment, String id) {}

    private final Map<Form, FormFields> forms = new ConcurrentHashMap<>();

    FormFields get(String deployment, String id, Supplier<FormFields> read) {
        Form form = new Form(deployment, id);
        FormFields known = forms.get(form);
        if (known != null) {
            return known;
        }
        FormFields fields = read.get();
        forms.put(form, fields);
        return fields;
    }
}
