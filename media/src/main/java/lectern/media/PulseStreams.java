package lectern.media;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/// Puts this process's streams on the chosen devices of a PulseAudio (or PipeWire) server. webrtc-java can't: it looks a
/// device up by an id that libwebrtc leaves empty there, and so always takes the first, the system's standard one.
///
/// Streams come and go with connections; each new one is moved as soon as the server tells of it. A thread of its own runs
/// libpulse's loop; others only queue.
final class PulseStreams implements Runnable, AutoCloseable {
    private static final String STANDARD_SOURCE = "@DEFAULT_SOURCE@";
    private static final String STANDARD_SINK = "@DEFAULT_SINK@";
    private static final int BLOCK = 1;
    private static final long TEXT_BYTES = 4096;
    private static final long JOIN_MS = 2000;
    private static final String OWN = Long.toString(ProcessHandle.current().pid());

    private final Pulse pulse;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment loop;
    private final MemorySegment context;
    private final MemorySegment onSourceOutput = stub(this::sourceOutput);
    private final MemorySegment onSinkInput = stub(this::sinkInput);
    private final MemorySegment onEvent;
    private final MemorySegment processId = arena.allocateFrom("application.process.id");
    private final Queue<NativeThread.Body> commands = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().name("media-pulse").daemon(true).unstarted(this);
    private @Nullable MemorySegment source;
    private @Nullable MemorySegment sink;
    private volatile boolean stopped;

    /// Empty without libpulse or without a server that takes us; then the system's choice of devices stands.
    static Optional<PulseStreams> open() {
        return Pulse.loaded().map(PulseStreams::new);
    }

    private PulseStreams(Pulse pulse) {
        this.pulse = pulse;
        onEvent = Pulse.onEvent((where, event, index, data) -> NativeThread
                .guard(() -> event(where, event, index, data)), arena);
        try {
            loop = (MemorySegment) pulse.mainloopNew.invoke();
            context = (MemorySegment) pulse.contextNew.invoke((MemorySegment) pulse.mainloopApi.invoke(loop),
                    arena.allocateFrom("Lectern"));
            int _ = (int) pulse.contextConnect.invoke(context, NULL, Pulse.NO_AUTOSPAWN, NULL);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
        thread.start();
    }

    private MemorySegment stub(Pulse.OnInfo callback) {
        return Pulse.onInfo((where, info, last, data) -> NativeThread
                .guard(() -> callback.call(where, info, last, data)), arena);
    }

    /// Records from the source of this description from now on; null: from the system's choice.
    void record(@Nullable String description) {
        command(() -> {
            if (description == null)
                recordFrom(arena.allocateFrom(STANDARD_SOURCE));
            else
                start(() -> pulse.sources.invoke(context, named(description, this::recordFrom), NULL));
        });
    }

    /// Plays on the sink of this description from now on; null: on the system's choice.
    void play(@Nullable String description) {
        command(() -> {
            if (description == null)
                playOn(arena.allocateFrom(STANDARD_SINK));
            else
                start(() -> pulse.sinks.invoke(context, named(description, this::playOn), NULL));
        });
    }

    private interface Found {
        void take(MemorySegment name);
    }

    private MemorySegment named(String description, Found found) {
        return stub((_, info, last, _) -> {
            if (last == 0 && text(info, Pulse.DEVICE_DESCRIPTION).equals(description))
                found.take(arena.allocateFrom(text(info, Pulse.DEVICE_NAME)));
        });
    }

    private void recordFrom(MemorySegment name) {
        source = name;
        start(() -> pulse.sourceOutputs.invoke(context, onSourceOutput, NULL));
    }

    private void playOn(MemorySegment name) {
        sink = name;
        start(() -> pulse.sinkInputs.invoke(context, onSinkInput, NULL));
    }

    private void sourceOutput(MemorySegment where, MemorySegment info, int last, MemorySegment data) {
        var wanted = source;
        if (last == 0 && wanted != null && isOwn(info, Pulse.SOURCE_OUTPUT_PROPERTIES))
            start(() -> pulse.moveSourceOutput.invoke(context, index(info), wanted, NULL, NULL));
    }

    private void sinkInput(MemorySegment where, MemorySegment info, int last, MemorySegment data) {
        var wanted = sink;
        if (last == 0 && wanted != null && isOwn(info, Pulse.SINK_INPUT_PROPERTIES))
            start(() -> pulse.moveSinkInput.invoke(context, index(info), wanted, NULL, NULL));
    }

    private void event(MemorySegment where, int event, int index, MemorySegment data) {
        if ((event & Pulse.EVENT_TYPE) != Pulse.EVENT_NEW)
            return;
        switch (event & Pulse.EVENT_FACILITY) {
            case Pulse.EVENT_SOURCE_OUTPUT ->
                start(() -> pulse.sourceOutput.invoke(context, index, onSourceOutput, NULL));
            case Pulse.EVENT_SINK_INPUT -> start(() -> pulse.sinkInput.invoke(context, index, onSinkInput, NULL));
            default -> {
            }
        }
    }

    private static int index(MemorySegment info) {
        return info.reinterpret(Pulse.INFO_BYTES).get(JAVA_INT, 0);
    }

    private static String text(MemorySegment info, long offset) {
        return info.reinterpret(Pulse.INFO_BYTES).get(ADDRESS, offset).reinterpret(TEXT_BYTES).getString(0);
    }

    private boolean isOwn(MemorySegment info, long propertiesOffset) {
        var properties = info.reinterpret(Pulse.INFO_BYTES).get(ADDRESS, propertiesOffset);
        var id = call(() -> (MemorySegment) pulse.property.invoke(properties, processId));
        return id.address() != 0 && id.reinterpret(TEXT_BYTES).getString(0).equals(OWN);
    }

    private void command(NativeThread.Body command) {
        commands.add(command);
        if (!stopped)
            call(() -> pulse.mainloopWakeup.invoke(loop));
    }

    @Override
    public void run() {
        boolean subscribed = false;
        while (!stopped && call(() -> (int) pulse.mainloopIterate.invoke(loop, BLOCK, NULL)) >= 0) {
            int state = call(() -> (int) pulse.contextState.invoke(context));
            if (state >= Pulse.FAILED)
                break;
            if (state != Pulse.READY)
                continue;
            if (!subscribed) {
                call(() -> pulse.setSubscribeCallback.invoke(context, onEvent, NULL));
                start(() -> pulse.subscribe.invoke(context, Pulse.SUBSCRIBE_STREAMS, NULL, NULL));
                subscribed = true;
            }
            for (var command = commands.poll(); command != null; command = commands.poll())
                NativeThread.guard(command);
        }
    }

    private interface Native<T> {
        T call() throws Throwable;
    }

    private static <T> T call(Native<T> body) {
        try {
            return body.call();
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Starts an operation; its end comes by its callback, or nobody waits for it.
    private void start(Native<Object> operation) {
        var started = (MemorySegment) call(operation);
        if (started.address() != 0)
            call(() -> pulse.operationUnref.invoke(started));
    }

    @Override
    public void close() {
        stopped = true;
        call(() -> pulse.mainloopWakeup.invoke(loop));
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive())
            return; // it still uses what would be freed
        call(() -> pulse.contextDisconnect.invoke(context));
        call(() -> pulse.contextUnref.invoke(context));
        call(() -> pulse.mainloopFree.invoke(loop));
        arena.close();
    }
}
