package lectern.signaling;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.AssetId;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// The files of a lesson at its server, over the key that the link pins. Any thread; what comes of a call comes on a thread
/// of its own.
public final class LessonFiles implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private final String url;
    private final OkHttpClient http;
    private volatile @Nullable String key;

    public LessonFiles(Link link) {
        url = "https://" + link.authority() + "/asset/";
        http = PinnedClient.of(link).http().newBuilder().readTimeout(TIMEOUT).callTimeout(TIMEOUT).build();
    }

    /// Who we are to the server: the resume key of the newest `welcome`.
    public void key(String resume) { key = resume; }

    /// Fails with [FileRefusedException] or an [IOException].
    public CompletableFuture<byte[]> get(AssetId asset) {
        return call(new Request.Builder().url(url + asset.value()).get(), response -> {
            byte[] bytes = response.body().byteStream().readNBytes(BoardLimits.ASSET_BYTES + 1);
            if (bytes.length > BoardLimits.ASSET_BYTES || !nameOf(bytes).equals(asset))
                throw new IOException("another file came than was asked for");
            return bytes;
        });
    }

    /// Puts a file there, unless it is there already. Fails with [FileRefusedException] or an [IOException].
    public CompletableFuture<AssetId> put(byte[] file) {
        if (file.length > BoardLimits.ASSET_BYTES)
            return CompletableFuture.failedFuture(new FileRefusedException(413));
        AssetId asset = nameOf(file);
        return call(new Request.Builder().url(url + asset.value()).put(RequestBody.create(file, BYTES)),
                _ -> asset);
    }

    private interface Reader<T> {
        T read(Response response) throws IOException;
    }

    private <T> CompletableFuture<T> call(Request.Builder request, Reader<T> reader) {
        String now = key;
        if (now == null) return CompletableFuture.failedFuture(new IOException("not in the class yet"));
        var result = new CompletableFuture<T>();
        var call = http.newCall(request.header("Authorization", "Bearer " + now).build());
        result.whenComplete((_, _) -> {
            if (result.isCancelled()) call.cancel();
        });
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException why) { result.completeExceptionally(why); }

            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    if (!response.isSuccessful()) throw new FileRefusedException(response.code());
                    result.complete(reader.read(response));
                } catch (IOException | RuntimeException e) {
                    result.completeExceptionally(e);
                }
            }
        });
        return result;
    }

    private static AssetId nameOf(byte[] bytes) {
        try {
            return new AssetId(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // every Java has it
        }
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
