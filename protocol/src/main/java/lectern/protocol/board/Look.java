package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import lectern.protocol.BoardLimits;
import lectern.protocol.Check;
import lectern.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/// How a shape is painted.
///
/// @param colour  `ink`, which is black on light paper and white on dark, or `#rrggbb`
/// @param width   of its lines, in page units; of ink: at full pressure
/// @param opacity of the whole shape: a marker's is about 0.4
/// @param fill    like `colour`; null is not filled
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Look(String colour, double width, double opacity, @Nullable String fill, Dash dash) {
    public enum Dash {
        @JsonProperty("solid")
        SOLID, @JsonProperty("dashed")
        DASHED, @JsonProperty("dotted")
        DOTTED
    }

    public static final String INK = "ink";

    public Look {
        colour("colour", colour);
        BoardLimits.range("width", width, 0.1, 400);
        BoardLimits.range("opacity", opacity, 0.01, 1);
        if (fill != null) colour("fill", fill);
        Check.present("dash", dash);
    }

    public static Look pen(String colour, double width) { return new Look(colour, width, 1, null, Dash.SOLID); }

    public Look withColour(String next) { return new Look(next, width, opacity, fill, dash); }

    private static void colour(String field, @Nullable String value) {
        if (INK.equals(value)) return;
        if (value == null || value.length() != 7 || value.charAt(0) != '#' || !value.chars().skip(1)
                .allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f'))
            throw new ProtocolException(field + ": ink or #rrggbb in small letters");
    }
}
