package lectern.sfu.srtp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// The calls into OpenSSL's libcrypto (3.x) that [EvpEngine] makes, through the FFM API. Contexts and buffers go as plain
/// numbers. All of them compute for less than a microsecond and never block, so they are `critical`: no change of the
/// thread's state around them.
final class LibCrypto {
    /// Where in a parameter its data's address stands.
    static final long PARAMETER_DATA = 16;
    static final int OCTETS = 5;
    static final int TEXT = 4;
    static final int CTRL_SET_TAG = 0x11;

    /// By its version: an unversioned name may be anything.
    private static final SymbolLookup LIBRARY = SymbolLookup.libraryLookup("libcrypto.so.3", Arena.global());
    private static final Linker LINKER = Linker.nativeLinker();

    private static final MethodHandle VERSION = find("OpenSSL_version", ADDRESS, JAVA_INT);
    private static final MethodHandle CIPHER_FETCH = find("EVP_CIPHER_fetch", JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG);
    private static final MethodHandle CTX_NEW = find("EVP_CIPHER_CTX_new", JAVA_LONG);
    private static final MethodHandle CTX_FREE = find("EVP_CIPHER_CTX_free", null, JAVA_LONG);
    private static final MethodHandle CTX_CTRL = find("EVP_CIPHER_CTX_ctrl", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT,
            JAVA_LONG);
    private static final MethodHandle GET_PARAMETERS = find("EVP_CIPHER_CTX_get_params", JAVA_INT, JAVA_LONG,
            JAVA_LONG);
    private static final MethodHandle INIT = find("EVP_CipherInit_ex", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG,
            JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle UPDATE = find("EVP_CipherUpdate", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG,
            JAVA_LONG, JAVA_INT);
    private static final MethodHandle FINAL = find("EVP_CipherFinal_ex", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle MAC_FETCH = find("EVP_MAC_fetch", JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG);
    private static final MethodHandle MAC_CTX_NEW = find("EVP_MAC_CTX_new", JAVA_LONG, JAVA_LONG);
    private static final MethodHandle MAC_CTX_FREE = find("EVP_MAC_CTX_free", null, JAVA_LONG);
    private static final MethodHandle MAC_INIT = find("EVP_MAC_init", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG,
            JAVA_LONG);
    private static final MethodHandle MAC_UPDATE = find("EVP_MAC_update", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle MAC_FINAL = find("EVP_MAC_final", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG,
            JAVA_LONG);

    private LibCrypto() {
    }

    static String version() {
        try {
            return ((MemorySegment) VERSION.invokeExact(0)).reinterpret(256).getString(0);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long fetchCipher(String name) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) CIPHER_FETCH.invokeExact(0L, arena.allocateFrom(name), 0L);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long newContext() {
        try {
            return (long) CTX_NEW.invokeExact();
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static void freeContext(long context) {
        try {
            CTX_FREE.invokeExact(context);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int control(long context, int what, int argument, long pointer) {
        try {
            return (int) CTX_CTRL.invokeExact(context, what, argument, pointer);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int get(long context, long parameters) {
        try {
            return (int) GET_PARAMETERS.invokeExact(context, parameters);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /// One parameter by name and the end of the list, as OSSL_PARAMs (name, type, data, its size, size returned).
    static MemorySegment parameter(Arena arena, String name, int type, MemorySegment data, long bytes) {
        MemorySegment list = arena.allocate(80, 8);
        list.set(JAVA_LONG, 0, arena.allocateFrom(name).address());
        list.set(JAVA_INT, 8, type);
        list.set(JAVA_LONG, PARAMETER_DATA, data.address());
        list.set(JAVA_LONG, 24, bytes);
        return list;
    }

    /// @param encrypt 1, 0 to decrypt, -1 to go on as before
    static int init(long context, long cipher, long key, long iv, int encrypt) {
        try {
            return (int) INIT.invokeExact(context, cipher, 0L, key, iv, encrypt);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int update(long context, long out, long outLength, long in, int length) {
        try {
            return (int) UPDATE.invokeExact(context, out, outLength, in, length);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int finish(long context, long out, long outLength) {
        try {
            return (int) FINAL.invokeExact(context, out, outLength);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long fetchMac(String name) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) MAC_FETCH.invokeExact(0L, arena.allocateFrom(name), 0L);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long newMacContext(long mac) {
        try {
            return (long) MAC_CTX_NEW.invokeExact(mac);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static void freeMacContext(long context) {
        try {
            MAC_CTX_FREE.invokeExact(context);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int initMac(long context, long key, long keyLength, long parameters) {
        try {
            return (int) MAC_INIT.invokeExact(context, key, keyLength, parameters);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int updateMac(long context, long data, long length) {
        try {
            return (int) MAC_UPDATE.invokeExact(context, data, length);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int finishMac(long context, long out, long outLength, long outSize) {
        try {
            return (int) MAC_FINAL.invokeExact(context, out, outLength, outSize);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    private static MethodHandle find(String name, @Nullable MemoryLayout result, MemoryLayout... arguments) {
        MemorySegment symbol = LIBRARY.find(name)
                .orElseThrow(() -> new UnsatisfiedLinkError("libcrypto has no " + name));
        FunctionDescriptor types = result == null
                ? FunctionDescriptor.ofVoid(arguments)
                : FunctionDescriptor.of(result, arguments);
        return LINKER.downcallHandle(symbol, types, Linker.Option.critical(false));
    }

    private static AssertionError impossible(Throwable e) { // a downcall whose types fit throws nothing
        return new AssertionError(e);
    }
}
