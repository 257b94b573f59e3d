package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import lectern.protocol.BoardLimits;
import lectern.protocol.Check;
import lectern.protocol.ProtocolException;

/// What a shape is, in coordinates of its own; [Frame] puts it on the page.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Form {
    /// A stroke of a pen or marker.
    ///
    /// @param precision a coordinate is a whole number of 2^-precision page units
    /// @param points    x, y and pressure of each point, written as docs/protocol.md says (*Ink*)
    @JsonTypeName("ink")
    record Ink(int precision, String points) implements Form {
        public Ink {
            Check.range("precision", precision, -4, 8);
            Check.text("points", points, 3, BoardLimits.INK_CHARS);
            BoardLimits.alphabet("points", points);
        }
    }

    /// Straight lines through points: a line, an arrow, a polygon.
    @JsonTypeName("path")
    record Path(List<Point> points, boolean closed, Head start, Head end) implements Form {
        public enum Head {
            @JsonProperty("none")
            NONE, @JsonProperty("arrow")
            ARROW
        }

        public Path {
            Check.atMost("points", points, BoardLimits.PATH_POINTS);
            if (points.size() < 2) throw new ProtocolException("points: at least 2");
            Check.present("start", start);
            Check.present("end", end);
            points = List.copyOf(points);
        }
    }

    /// From (0, 0) to (width, height).
    @JsonTypeName("rectangle")
    record Rectangle(double width, double height) implements Form {
        public Rectangle {
            BoardLimits.length("width", width);
            BoardLimits.length("height", height);
        }
    }

    /// In the rectangle from (0, 0) to (width, height).
    @JsonTypeName("ellipse")
    record Ellipse(double width, double height) implements Form {
        public Ellipse {
            BoardLimits.length("width", width);
            BoardLimits.length("height", height);
        }
    }

    /// Lines of text, broken at `\n` and where they would be wider than `width`. It hangs from (0, 0).
    ///
    /// @param width  0 is as wide as the text
    /// @param height of what was written, as its writer's screen measured it: for hitting and choosing, not for painting
    /// @param size   of the font, in page units; lines are 1.3 times as far apart
    @JsonTypeName("text")
    record Text(String text, double width, double height, double size, boolean bold) implements Form {
        public Text {
            Check.text("text", text, 1, BoardLimits.TEXT_CHARS);
            BoardLimits.length("width", width);
            BoardLimits.length("height", height);
            BoardLimits.range("size", size, 1, 1000);
        }
    }

    /// A picture of the lesson's files, from (0, 0) to (width, height).
    @JsonTypeName("picture")
    record Picture(AssetId asset, double width, double height) implements Form {
        public Picture {
            Check.present("asset", asset);
            BoardLimits.length("width", width);
            BoardLimits.length("height", height);
        }
    }
}
