package lectern.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Collects what JavaFX complains about in style sheets: a look-up that isn't there is a warning, not an error.
final class CssLog extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("javafx.css"); // kept, or it may be collected with its handler
    final List<String> complaints = new CopyOnWriteArrayList<>();

    CssLog() { logger.addHandler(this); }

    @Override
    public void publish(LogRecord record) { complaints.add(record.getMessage()); }

    @Override
    public void flush() {}

    @Override
    public void close() { logger.removeHandler(this); }
}
