package lectern.app;

import java.util.concurrent.ThreadLocalRandom;

/// Tells the shapes that somebody draws now from those of an earlier run of the program under the same name.
final class RunStamp {
    static String next() { return Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36); }

    private RunStamp() {}
}
