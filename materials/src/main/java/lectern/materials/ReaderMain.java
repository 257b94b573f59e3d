package lectern.materials;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.LogManager;
import lectern.materials.Frames.Frame;

/// The child's side: reads what it is told to, one request after the other, and says what it found. It ends when its stdin
/// does, which happens too when the parent is killed: a thread of its own reads it, so that no work can be in the way.
final class ReaderMain {
    private static final byte[] NOTHING = {};
    private static final int LONGEST_DETAIL = 300;
    /// A request that comes meanwhile waits for one round at most, about 100 ms.
    private static final int PRACTICE = 10;
    private static final int PRACTICE_PAGES = 20;

    public static void main(String[] arguments) throws Exception {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // What a library prints must not get between the frames.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        LogManager.getLogManager().reset();
        Path folder = Path.of(arguments[0]);
        var requests = new LinkedBlockingQueue<Request>();
        Thread.ofPlatform().daemon().name("requests").start(() -> listen(requests, folder));

        var reader = new Reader(Frames.parse(arguments[2], Limits.class), folder, Long.parseLong(arguments[1]),
                progress -> tell(progress, out));
        reader.warmUp(1);
        Frames.write(out, new Answer.Warm(), NOTHING);
        // So that the first document is read by code that has run before.
        for (int round = 0; round < PRACTICE && requests.isEmpty(); round++) reader.warmUp(PRACTICE_PAGES);
        while (true) answer(reader, requests.take(), out);
    }

    private static void listen(LinkedBlockingQueue<Request> requests, Path folder) {
        try (var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            while (true) requests.add(Frames.read(in, Request.class, 0).message());
        } catch (IOException end) {
            Child.delete(folder);
            Runtime.getRuntime().halt(0);
        }
    }

    private static void answer(Reader reader, Request request, DataOutputStream out) throws IOException {
        Frame<Answer> frame;
        try {
            frame = reader.read(request);
        } catch (RefusedException e) {
            frame = refused(e.why, e);
        } catch (OutOfMemoryError e) { // of a library's own making; the JVM's ends the process before it gets here
            frame = refused(Refusal.TOO_MUCH_MEMORY, e);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            frame = refused(Refusal.BROKEN, e);
        }
        Frames.write(out, frame.message(), frame.body());
    }

    private static void tell(Progress progress, DataOutputStream out) {
        try {
            Frames.write(out, progress, NOTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Frame<Answer> refused(Refusal why, Throwable reason) {
        StackTraceElement[] trace = reason.getStackTrace();
        String detail = (reason instanceof RefusedException ? reason.getMessage() : reason.toString())
                + (trace.length > 0 ? " at " + trace[0] : "");
        return new Frame<>(new Answer.Refused(why, detail.substring(0, Math.min(LONGEST_DETAIL, detail.length()))),
                NOTHING);
    }

    private ReaderMain() {}
}
