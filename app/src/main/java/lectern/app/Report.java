package lectern.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import lectern.protocol.Role;
import lectern.protocol.board.PageId;
import lectern.whiteboard.Sheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What one client got out of a class. Its JSON is a contract with other programs: fields are added, never changed.
///
/// @param self       the own id; null if never let in
/// @param seconds    from the start of joining to the report
/// @param reconnects how many times the line came back
/// @param ended      why the class was over, when it wasn't the time given; else null
/// @param errors     what didn't work, in words
/// @param board      what this client has of the whiteboard
/// @param clients    reports of others on this machine, where one command runs several
@JsonInclude(JsonInclude.Include.ALWAYS)
record Report(@Nullable String name, @Nullable String self, @Nullable Role role, @Nullable String room, double seconds,
        Steps steps, int reconnects, double roundTripMs, @Nullable String ended, List<String> errors,
        List<Remote> participants, Board board, List<Report> clients) {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// When each step of the first join was done, in ms since its start; -1: it never was.
    ///
    /// @param downPathMs a way to the server was found, the keys come next
    /// @param paintMs the first remote picture on the screen; -1 also without a screen
    record Steps(double tcpMs, double tlsMs, double webSocketMs, double welcomeMs, double upConnectedMs,
            double downPathMs, double downConnectedMs, double firstFrameMs, double paintMs) {}

    /// Somebody else in the class. The picture's fields are the camera's.
    ///
    /// @param sends          whether their camera was to be received at the end
    /// @param width          of the picture as it was sent here
    /// @param framesPerSecond over the last two seconds
    /// @param decodeMs       what decoding a picture takes, on average
    /// @param firstFrameMs   from our start of joining; -1: none came
    /// @param waitMs         from when it could first be received (we joined, and it was announced); -1: none came
    /// @param moving         two looks half a second apart differed, in the last two seconds
    /// @param audioLevel     0 to 1, at the end
    /// @param concealed      share of the sound, 0 to 1, that was made up for what got lost
    record Remote(String id, String name, Role role, boolean present, boolean sends, long framesReceived, int width,
            int height, double framesPerSecond, double decodeMs, double firstFrameMs, double waitMs, boolean moving,
            double audioLevel,
            double concealed, @Nullable Screen screen) {}

    /// A shared screen that arrived.
    record Screen(long framesReceived, int width, int height, double framesPerSecond, double firstFrameMs,
            double waitMs, boolean moving) {}

    /// What a client has of the whiteboard. On one that has all pages open it is what the room has.
    ///
    /// @param pages  that the client may see
    /// @param shapes on those that it has open
    /// @param edits  of those since the room began
    record Board(int pages, int shapes, long edits) {
        static final Board NONE = new Board(0, 0, 0);

        static Board of(List<PageId> pages, Function<PageId, Sheet> sheets) {
            var open = pages.stream().map(sheets).toList();
            return new Board(pages.size(), open.stream().mapToInt(Sheet::size).sum(),
                    open.stream().mapToLong(Sheet::revision).sum());
        }
    }

    Report withClients(List<Report> others) {
        return new Report(name, self, role, room, seconds, steps, reconnects, roundTripMs, ended, errors, participants,
                board, others);
    }

    String json() { return MAPPER.writeValueAsString(this) + "\n"; }

    void write(Path file) {
        try {
            Files.writeString(file, json());
        } catch (IOException e) {
            throw new CommandException("the report can't be written to " + file + ": " + e.getMessage());
        }
    }
}
