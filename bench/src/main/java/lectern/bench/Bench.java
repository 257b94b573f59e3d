package lectern.bench;

import java.util.Arrays;

/// Measures, one JSON object on stdout each. Exit status: 0 when the numbers are within their gate, 1 when not, 2 when what
/// was asked for isn't understood.
public final class Bench {
    private static final String USAGE = """
            forward [--rounds N] [--packets N]   CPU of a forwarded packet, ours beside the floor in C
            peers [--viewers 10,50,100] [--seconds N] [--warm-up N (at most)] [--profile browser|sha1|gcm]
                  [--pace pictures|even] [--servers lectern,janus,tuned-janus]
                                                 a server with that many viewers, ours beside Janus
            join [--times N] [--clients chromium,app]
                                                 click to first remote picture, with its steps
            memory [--parts server,app]          of the server, of each participant, of the app in a class of five
            board [--rounds N]                   pages of 100,000 shapes, a trace of 260,000 edits, a lesson's strokes
            ink [--inputs N]                     pen to painted frame; panning and zooming over 100,000 shapes
            start [--rounds N]                   until the home screen is shown, until the server is ready
            materials [--viewers N] [--turns N] [--book N (pages; 0: none)]
                                                 a document until all have its first page; page turns; memory; bytes
            edits [--others N] [--rate N] [--seconds N]  an edit on the board until the others have it""";

    private Bench() {
    }

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        boolean passed;
        try {
            passed = switch (name) {
                case "forward" -> Forward.run(Options.of(rest));
                case "peers" -> Peers.run(Options.of(rest));
                case "join" -> Join.run(Options.of(rest));
                case "memory" -> Memory.run(Options.of(rest));
                case "board" -> Board.run(Options.of(rest));
                case "ink" -> Ink.run(Options.of(rest));
                case "start" -> Start.run(Options.of(rest));
                case "edits" -> Edits.run(Options.of(rest));
                case "materials" -> Materials.run(Options.of(rest));
                default -> throw new IllegalArgumentException("what to measure?");
            };
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        System.exit(passed ? 0 : 1);
    }
}
