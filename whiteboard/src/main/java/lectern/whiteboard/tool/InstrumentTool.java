package lectern.whiteboard.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Moves and turns the instrument that lies on the page. In hand whatever tool is chosen, where the instrument is taken.
final class InstrumentTool implements Tool {
    private static final double REACH_PIXELS = 12;
    private final Desk desk;
    private final Guide guide;
    private @Nullable Pull pull;

    private record Pull(Instrument before, Instrument.Grip grip, double x, double y) {}

    InstrumentTool(Desk desk, Guide guide) {
        this.desk = desk;
        this.guide = guide;
    }

    boolean takes(double x, double y) { return gripAt(x, y) != null; }

    private Instrument.@Nullable Grip gripAt(double x, double y) {
        Instrument lying = guide.instrument();
        return lying == null ? null : lying.gripAt(x, y, desk.units(REACH_PIXELS));
    }

    @Override
    public List<ToolOutput> handle(PointerInput input) {
        switch (input.kind()) {
            case DOWN -> {
                Instrument lying = guide.instrument();
                Instrument.Grip grip = gripAt(input.x(), input.y());
                if (lying != null && grip != null) pull = new Pull(lying, grip, input.x(), input.y());
            }
            case MOVE -> {
                if (pull != null)
                    guide.lay(pull.before.pulled(pull.grip, pull.x, pull.y, input.x(), input.y(), input.shift()));
            }
            case UP -> pull = null;
            case CANCEL -> cancel();
            case HOVER, LEAVE -> {
            }
        }
        return List.of();
    }

    @Override
    public boolean isInHand() { return pull != null; }

    @Override
    public List<ToolOutput> cancel() {
        if (pull != null) guide.lay(pull.before);
        pull = null;
        return List.of();
    }

    @Override
    public ToolOutput.Cursor cursorAt(double x, double y) {
        Instrument.Grip grip = pull == null ? gripAt(x, y) : pull.grip;
        return grip == null || grip == Instrument.Grip.BODY ? ToolOutput.Cursor.MOVE : ToolOutput.Cursor.ROTATE;
    }
}
