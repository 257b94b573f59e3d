package lectern.signaling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/// Requests to one server over the key that the link pins, as whoever we are to it now. Any thread.
final class FileLine implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int AT_ONCE = 12;
    private static final int WORDS = 1_000;

    private final String address;
    private final OkHttpClient http;
    private volatile @Nullable String key;
    private volatile boolean closed;

    FileLine(Link link) {
        address = "https://" + link.authority();
        http = PinnedClient.of(link).http().newBuilder().readTimeout(ANSWER).build();
        http.dispatcher().setMaxRequestsPerHost(AT_ONCE);
    }

    void key(String resume) { key = resume; }

    /// A request for something at the server, from its first slash on.
    Request.Builder to(String path) { return new Request.Builder().url(address + path); }

    HttpUrl.Builder url(String path) { return HttpUrl.get(address + path).newBuilder(); }

    boolean isClosed() { return closed; }

    /// @throws IOException as long as we aren't in the class
    Call prepare(Request.Builder request) throws IOException {
        String now = key;
        if (now == null) throw new IOException("not in the class yet");
        return http.newCall(request.header("Authorization", "Bearer " + now).build());
    }

    interface Reader<T> {
        T read(Response response) throws IOException;
    }

    /// Asks once. Cancelling what comes of it ends the request.
    <T> CompletableFuture<T> ask(Request.Builder request, Reader<T> reader) {
        Call call;
        try {
            call = prepare(request);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        var result = new CompletableFuture<T>();
        result.whenComplete((_, _) -> {
            if (result.isCancelled()) call.cancel();
        });
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException why) { result.completeExceptionally(why); }

            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    result.complete(reader.read(accepted(response)));
                } catch (IOException | RuntimeException e) {
                    result.completeExceptionally(e);
                }
            }
        });
        return result;
    }

    /// Asks again and again while the line is broken; a refusal is an answer.
    <T> CompletableFuture<T> insist(Request.Builder request, Reader<T> reader) {
        var result = new CompletableFuture<T>();
        insist(request, reader, new Patience(ThreadLocalRandom.current(), System.nanoTime()), result);
        return result;
    }

    private <T> void insist(Request.Builder request, Reader<T> reader, Patience patience, CompletableFuture<T> result) {
        if (result.isDone()) return;
        var asked = ask(request, reader);
        result.whenComplete((_, _) -> {
            if (result.isCancelled()) asked.cancel(false);
        });
        asked.whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
                return;
            }
            boolean isBroken = failure instanceof IOException && !(failure instanceof FileRefusedException);
            long pauseNs = isBroken && !closed ? patience.pauseNs(false, System.nanoTime()) : -1;
            if (pauseNs < 0) result.completeExceptionally(failure);
            else
                CompletableFuture.delayedExecutor(pauseNs, TimeUnit.NANOSECONDS)
                        .execute(() -> insist(request, reader, patience, result));
        });
    }

    /// @throws FileRefusedException where it is a refusal, in the server's words
    static Response accepted(Response response) throws IOException {
        if (response.isSuccessful()) return response;
        throw new FileRefusedException(response.code(), new String(response.body().byteStream().readNBytes(WORDS),
                StandardCharsets.UTF_8).strip());
    }

    /// The whole body, which may have so many bytes and no more.
    static byte[] bytes(ResponseBody body, int atMost) throws IOException {
        byte[] bytes = body.byteStream().readNBytes(atMost + 1);
        if (bytes.length > atMost) throw new IOException("more came than was asked for");
        return bytes;
    }

    @Override
    public void close() {
        closed = true;
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
