package lectern.bench;

import java.util.HashMap;
import java.util.Map;

/// `--name value` pairs.
record Options(Map<String, String> values) {
    static Options of(String[] args) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length)
                throw new IllegalArgumentException("options come as --name value, not: " + args[i]);
            values.put(args[i].substring(2), args[i + 1]);
        }
        return new Options(Map.copyOf(values));
    }

    int number(String name, int otherwise, int least, int most) {
        String value = values.get(name);
        if (value == null)
            return otherwise;
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most)
                return number;
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException("--" + name + ": " + least + " to " + most + ", not " + value);
    }
}
