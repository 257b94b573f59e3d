package lectern.media;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/// The functions of libpulse that [PulseStreams] calls, by the FFM API, with its constants and struct offsets (64 bit).
final class Pulse {
    static final int NO_AUTOSPAWN = 1;
    static final int READY = 4;
    static final int FAILED = 5;
    static final int SUBSCRIBE_STREAMS = 0x4 | 0x8; // sink inputs, source outputs
    static final int EVENT_FACILITY = 0xf;
    static final int EVENT_SINK_INPUT = 2;
    static final int EVENT_SOURCE_OUTPUT = 3;
    static final int EVENT_TYPE = 0x30;
    static final int EVENT_NEW = 0;
    /// Of pa_source_info and pa_sink_info.
    static final long DEVICE_NAME = 0;
    static final long DEVICE_DESCRIPTION = 16;
    /// Of pa_source_output_info and pa_sink_input_info: a stream's properties.
    static final long SOURCE_OUTPUT_PROPERTIES = 208;
    static final long SINK_INPUT_PROPERTIES = 344;
    static final long INFO_BYTES = 352;

    final MethodHandle mainloopNew;
    final MethodHandle mainloopApi;
    final MethodHandle mainloopIterate;
    final MethodHandle mainloopWakeup;
    final MethodHandle mainloopFree;
    final MethodHandle contextNew;
    final MethodHandle contextConnect;
    final MethodHandle contextState;
    final MethodHandle contextDisconnect;
    final MethodHandle contextUnref;
    final MethodHandle setSubscribeCallback;
    final MethodHandle subscribe;
    final MethodHandle sources;
    final MethodHandle sinks;
    final MethodHandle sourceOutputs;
    final MethodHandle sinkInputs;
    final MethodHandle sourceOutput;
    final MethodHandle sinkInput;
    final MethodHandle moveSourceOutput;
    final MethodHandle moveSinkInput;
    final MethodHandle property;
    final MethodHandle operationUnref;
    private final SymbolLookup library;

    /// Empty where libpulse isn't installed (then webrtc-java doesn't load either) or isn't used: other systems.
    static Optional<Pulse> loaded() {
        try {
            return Optional.of(new Pulse(SymbolLookup.libraryLookup("libpulse.so.0", Arena.global())));
        } catch (IllegalArgumentException notInstalled) {
            return Optional.empty();
        }
    }

    private Pulse(SymbolLookup library) {
        this.library = library;
        mainloopNew = returning(ADDRESS, "pa_mainloop_new");
        mainloopApi = returning(ADDRESS, "pa_mainloop_get_api", ADDRESS);
        mainloopIterate = returning(JAVA_INT, "pa_mainloop_iterate", ADDRESS, JAVA_INT, ADDRESS);
        mainloopWakeup = nothing("pa_mainloop_wakeup", ADDRESS);
        mainloopFree = nothing("pa_mainloop_free", ADDRESS);
        contextNew = returning(ADDRESS, "pa_context_new", ADDRESS, ADDRESS);
        contextConnect = returning(JAVA_INT, "pa_context_connect", ADDRESS, ADDRESS, JAVA_INT, ADDRESS);
        contextState = returning(JAVA_INT, "pa_context_get_state", ADDRESS);
        contextDisconnect = nothing("pa_context_disconnect", ADDRESS);
        contextUnref = nothing("pa_context_unref", ADDRESS);
        setSubscribeCallback = nothing("pa_context_set_subscribe_callback", ADDRESS, ADDRESS, ADDRESS);
        subscribe = returning(ADDRESS, "pa_context_subscribe", ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
        sources = list("pa_context_get_source_info_list");
        sinks = list("pa_context_get_sink_info_list");
        sourceOutputs = list("pa_context_get_source_output_info_list");
        sinkInputs = list("pa_context_get_sink_input_info_list");
        sourceOutput = returning(ADDRESS, "pa_context_get_source_output_info", ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
        sinkInput = returning(ADDRESS, "pa_context_get_sink_input_info", ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
        moveSourceOutput = move("pa_context_move_source_output_by_name");
        moveSinkInput = move("pa_context_move_sink_input_by_name");
        property = returning(ADDRESS, "pa_proplist_gets", ADDRESS, ADDRESS);
        operationUnref = nothing("pa_operation_unref", ADDRESS);
    }

    private MethodHandle list(String name) {
        return returning(ADDRESS, name, ADDRESS, ADDRESS, ADDRESS);
    }

    private MethodHandle move(String name) {
        return returning(ADDRESS, name, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    }

    private MethodHandle returning(MemoryLayout result, String name, MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name),
                FunctionDescriptor.of(result, arguments));
    }

    private MethodHandle nothing(String name, MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), FunctionDescriptor.ofVoid(arguments));
    }

    interface OnInfo {
        /// `last`: 0, or not when there is no info (any more).
        void call(MemorySegment context, MemorySegment info, int last, MemorySegment data);
    }

    interface OnEvent {
        void call(MemorySegment context, int event, int index, MemorySegment data);
    }

    static MemorySegment onInfo(OnInfo callback, Arena arena) {
        return stub(OnInfo.class, callback, FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, ADDRESS), arena);
    }

    static MemorySegment onEvent(OnEvent callback, Arena arena) {
        return stub(OnEvent.class, callback, FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS), arena);
    }

    private static <T> MemorySegment stub(Class<T> type, T callback, FunctionDescriptor descriptor, Arena arena) {
        try {
            MethodType method = descriptor.toMethodType();
            var target = MethodHandles.lookup().findVirtual(type, "call", method).bindTo(callback);
            return Linker.nativeLinker().upcallStub(target, descriptor, arena);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
