package lectern.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import lectern.media.CameraChoice;
import lectern.media.Devices;
import lectern.media.MediaEngine;
import lectern.media.MediaException;
import lectern.media.MicrophoneChoice;
import lectern.media.ScreenSource;
import lectern.resources.Phrase;
import lectern.ui.model.Choice;
import lectern.ui.model.DevicesModel;
import lectern.ui.model.Notices;
import lectern.ui.model.ScreenChoice;
import lectern.ui.model.Toast;
import org.jspecify.annotations.Nullable;

/// Keeps the [DevicesModel] true to the media engine: lists, choices, what is on, what doesn't work. JavaFX thread; what
/// the engine answers comes back through `fx`.
final class DeviceDesk {
    private static final String TEST_CARD = "lectern:test-card", TONE = "lectern:tone";

    private static final int THUMBNAIL_WIDTH = 416, THUMBNAIL_HEIGHT = 234; // twice as shown, for dense screens
    private static final int OPEN_SECONDS = 10; // a device that doesn't answer must not keep anybody out

    private final DevicesModel model;
    private final MediaEngine engine;
    private final Sources sources;
    private final Executor fx;
    private final Consumer<Toast> tell;
    private Runnable stopThumbnails = () -> {};

    /// @param sources what the command line chose; devices may be chosen on the screen, simulated sources not
    /// @param tell    hears of what happens by itself, not in answer to a click
    DeviceDesk(DevicesModel model, MediaEngine engine, Sources sources, Executor fx, Consumer<Toast> tell) {
        this.model = model;
        this.engine = engine;
        this.sources = sources;
        this.fx = fx;
        this.tell = tell;
        engine.onDevicesChanged(devices -> fx.execute(() -> adopt(devices)));
        engine.onCameraTrouble(trouble -> fx.execute(() -> {
            if (trouble.reason() != MediaException.Reason.NOT_FOUND) cameraFailed(trouble); // else it is in the lists too
        }));
    }

    /// Opens what was chosen last time, where it is still there, or what the system would take. Both are on at first.
    ///
    /// @param send whether to open anything: a watcher sends nothing
    /// @return done when it is known what works
    CompletableFuture<Void> open(Settings settings, boolean send) {
        model.cameraOn.set(send);
        model.microphoneOn.set(send);
        model.music.set(settings.music());
        engine.cameraOn(true);
        engine.microphoneOn(true);
        engine.music(settings.music());
        var opened = new CompletableFuture<Void>();
        list(devices -> {
            show(devices);
            choose(model.speaker, model.speakers, settings.speaker(), devices.speakers());
            applySpeaker();
            if (send) {
                choose(model.camera, model.cameras, settings.camera(), devices.cameras());
                choose(model.microphone, model.microphones, settings.microphone(), devices.microphones());
                CompletableFuture.allOf(applyCamera(), applyMicrophone()).thenRun(() -> opened.complete(null));
            } else {
                opened.complete(null);
            }
        });
        return opened.completeOnTimeout(null, OPEN_SECONDS, TimeUnit.SECONDS);
    }

    /// Lets go of camera and microphone.
    void rest() {
        engine.camera(new CameraChoice.None());
        engine.microphone(new MicrophoneChoice.None());
        if (model.sharing.get() != null) stopSharing();
        model.level.set(0);
    }

    /// Another camera; where the one before didn't work, this one comes on.
    void camera(Choice chosen) {
        boolean mend = model.cameraProblem.get() != null;
        model.camera.set(chosen);
        applyCamera().thenRun(() -> {
            if (mend && model.cameraProblem.get() == null) cameraOn(true);
        });
    }

    void microphone(Choice chosen) {
        boolean mend = model.microphoneProblem.get() != null;
        model.microphone.set(chosen);
        applyMicrophone().thenRun(() -> {
            if (mend && model.microphoneProblem.get() == null) microphoneOn(true);
        });
    }

    void speaker(Choice chosen) {
        model.speaker.set(chosen);
        applySpeaker();
    }

    void music(boolean on) {
        model.music.set(on);
        engine.music(on);
    }

    void microphoneOn(boolean on) {
        if (on && model.microphone.get() == null) {
            model.microphoneProblem.set(Notices.MICROPHONE_NONE);
            return;
        }
        engine.microphoneOn(on);
        model.microphoneOn.set(on);
    }

    void cameraOn(boolean on) {
        if (on && model.camera.get() == null) {
            model.cameraProblem.set(Notices.CAMERA_NONE);
            return;
        }
        if (on && model.cameraProblem.get() != null) { // after a failure the engine has let go of it
            applyCamera().thenRun(() -> {
                if (model.cameraProblem.get() == null) cameraOn(true);
            });
            return;
        }
        answered(engine.cameraOn(on), _ -> {
            model.cameraOn.set(on);
            model.cameraProblem.set(null);
        }, this::cameraFailed);
    }

    private void cameraFailed(Throwable trouble) {
        var problem = Problems.camera(trouble);
        model.cameraOn.set(false);
        model.cameraProblem.set(problem);
        tell.accept(Notices.warning(problem));
    }

    void listScreens() {
        model.screensLoading.set(true);
        list(devices -> {
            model.screensLoading.set(false);
            model.screens.setAll(devices.screens().stream().map(source -> choice(source, null)).toList());
            model.screensProblem.set(devices.screens().isEmpty() ? Phrase.of("share.none") : null);
            stopListingScreens();
            stopThumbnails = engine.thumbnails(devices.screens(), THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT,
                    (source, bgra, width, height) -> fx
                            .execute(() -> show(choice(source, new ScreenChoice.Thumbnail(bgra, width, height)))));
        });
    }

    void stopListingScreens() {
        stopThumbnails.run();
        stopThumbnails = () -> {};
    }

    private void show(ScreenChoice seen) {
        for (int i = 0; i < model.screens.size(); i++)
            if (model.screens.get(i).id().equals(seen.id())) model.screens.set(i, seen);
    }

    void share(ScreenChoice screen, Consumer<Boolean> then) {
        answered(engine.share(source(screen)), _ -> {
            model.sharing.set(screen);
            model.screensProblem.set(null);
            then.accept(true);
        }, trouble -> {
            model.sharing.set(null);
            model.screensProblem.set(Notices.shareImpossible(Trouble.words(trouble)));
            then.accept(false);
        });
    }

    void stopSharing() {
        engine.share(null);
        model.sharing.set(null);
    }

    /// The level meter's tick.
    void level() { model.level.set(Math.clamp(engine.microphoneLevel(), 0, 1)); }

    private CompletableFuture<Void> applyCamera() {
        var chosen = model.camera.get();
        CameraChoice choice = chosen == null
                ? new CameraChoice.None()
                : chosen.id().equals(TEST_CARD) ? sources.testCard() : new CameraChoice.Device(chosen.id());
        return answered(engine.camera(choice), _ -> {
            model.cameraProblem.set(chosen == null ? Notices.CAMERA_NONE : null);
            if (chosen == null) model.cameraOn.set(false);
        }, this::cameraFailed);
    }

    private CompletableFuture<Void> applyMicrophone() {
        var chosen = model.microphone.get();
        MicrophoneChoice choice = chosen == null
                ? new MicrophoneChoice.None()
                : chosen.id().equals(TONE)
                        ? new MicrophoneChoice.Tone(sources.hertz())
                        : new MicrophoneChoice.Device(chosen.id());
        return answered(engine.microphone(choice), _ -> {
            model.microphoneProblem.set(chosen == null ? Notices.MICROPHONE_NONE : null);
            if (chosen == null) model.microphoneOn.set(false);
        }, trouble -> {
            var problem = Problems.microphone(trouble);
            model.microphoneOn.set(false);
            model.microphoneProblem.set(problem);
            tell.accept(Notices.warning(problem));
        });
    }

    private CompletableFuture<Void> applySpeaker() {
        var chosen = model.speaker.get();
        if (chosen == null) return CompletableFuture.completedFuture(null);
        return answered(engine.speaker(chosen.id()), _ -> model.speakerProblem.set(null),
                trouble -> model.speakerProblem.set(Phrase.said(Trouble.words(trouble))));
    }

    /// A device came or went: a chosen one that is gone is replaced by the standard one.
    private void adopt(Devices devices) {
        show(devices);
        replace(model.camera, model.cameras, devices.cameras(), this::applyCamera);
        replace(model.microphone, model.microphones, devices.microphones(), this::applyMicrophone);
        replace(model.speaker, model.speakers, devices.speakers(), this::applySpeaker);
    }

    private void replace(ObjectProperty<@Nullable Choice> chosen, List<Choice> choices, List<Devices.Device> devices,
            Supplier<CompletableFuture<Void>> apply) {
        var lost = chosen.get();
        if (lost == null || choices.contains(lost)) return;
        choose(chosen, choices, null, devices);
        apply.get();
        var now = chosen.get();
        tell.accept(now == null ? Notices.deviceGone(lost.label()) : Notices.deviceLost(lost.label(), now.label()));
    }

    private void show(Devices devices) {
        model.cameras.setAll(switch (sources.camera()) {
            case DEVICE -> choices(devices.cameras());
            case TEST_CARD -> List.of(new Choice(TEST_CARD, sources.testCard().label()));
            case NONE -> List.of();
        });
        model.microphones.setAll(switch (sources.microphone()) {
            case DEVICE -> choices(devices.microphones());
            case TONE -> List.of(new Choice(TONE, Math.round(sources.hertz()) + " Hz"));
            case NONE -> List.of();
        });
        model.speakers.setAll(choices(devices.speakers()));
        model.speakerProblem.set(devices.speakers().isEmpty() ? Notices.SPEAKER_NONE : null);
    }

    private static void choose(ObjectProperty<@Nullable Choice> chosen, List<Choice> choices,
            @Nullable String last, List<Devices.Device> devices) {
        Choice found = choices.isEmpty() ? null : choices.getFirst();
        for (var device : devices)
            if (device.standard())
                found = choices.stream().filter(c -> c.id().equals(device.name())).findFirst().orElse(found);
        for (var choice : choices) if (choice.id().equals(last)) found = choice;
        chosen.set(found);
    }

    private static List<Choice> choices(List<Devices.Device> devices) {
        var choices = new ArrayList<Choice>();
        for (var device : devices) choices.add(new Choice(device.name(), device.name()));
        return choices;
    }

    private static ScreenChoice choice(ScreenSource source, ScreenChoice.@Nullable Thumbnail thumbnail) {
        return new ScreenChoice(source.kind() + ":" + source.id(), source.title(),
                ScreenChoice.Kind.valueOf(source.kind().name()), thumbnail);
    }

    private static ScreenSource source(ScreenChoice choice) {
        return new ScreenSource(ScreenSource.Kind.valueOf(choice.kind().name()),
                Long.parseLong(choice.id().substring(choice.id().indexOf(':') + 1)), choice.label());
    }

    private void list(Consumer<Devices> then) {
        answered(engine.devices(), then, trouble -> model.microphoneProblem.set(Phrase.said(Trouble.words(trouble))));
    }

    /// Done when what came of the answer has been done on the JavaFX thread.
    private <T> CompletableFuture<Void> answered(CompletableFuture<T> answer, Consumer<T> then,
            Consumer<Throwable> otherwise) {
        return answer.handleAsync((value, trouble) -> {
            if (trouble == null) then.accept(value);
            else otherwise.accept(trouble);
            return null;
        }, fx);
    }
}
