package lectern.app;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import lectern.app.Command.Look;
import lectern.resources.Language;
import lectern.resources.Phrase;
import lectern.resources.Words;
import lectern.server.ServerSettings;
import lectern.ui.model.Choice;
import lectern.ui.model.Toast;
import org.jspecify.annotations.Nullable;

/// The app's window with real devices, in a process of its own, for tests that give it devices: goes into the class of a
/// link, obeys its standard input and tells what its models say, a line each.
final class SteeredWindow {
    private static final Words WORDS = Words.in(Language.ENGLISH);

    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        var desktop = Desktop.open(new Look(null, null), Sources.devices(), new Hosting(ServerSettings.in(folder)),
                new Folders(folder, folder), new Lifetime());
        var devices = desktop.model.devices;
        Desktop.onFx(() -> {
            devices.cameras.subscribe(() -> tell("cameras " + labels(devices.cameras)));
            devices.microphones.subscribe(() -> tell("microphones " + labels(devices.microphones)));
            devices.speakers.subscribe(() -> tell("speakers " + labels(devices.speakers)));
            devices.camera.subscribe(camera -> tell("camera " + label(camera)));
            devices.microphone.subscribe(microphone -> tell("microphone " + label(microphone)));
            devices.speaker.subscribe(speaker -> tell("speaker " + label(speaker)));
            devices.cameraOn.subscribe(on -> tell("camera " + (on ? "on" : "off")));
            devices.cameraProblem.subscribe(problem -> tell("problem " + text(problem)));
            desktop.model.lesson.toasts.addListener((ListChangeListener<Toast>) change -> {
                while (change.next()) change.getAddedSubList().forEach(toast -> tell("toast " + text(toast.text())));
            });
            desktop.model.screen.subscribe(screen -> tell("screen " + screen));
            desktop.classroom.openLink(arguments[0], "Ada");
            desktop.classroom.enter();
            return true;
        });
        var in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String wish = line;
            String verb = wish.substring(0, wish.indexOf(' ')), what = wish.substring(wish.indexOf(' ') + 1);
            Desktop.onFx(() -> {
                switch (verb) {
                    case "camera" -> desktop.classroom.camera(what.equals("on"));
                    case "choose" -> with(devices.cameras, what, desktop.classroom::chooseCamera);
                    case "speak" -> with(devices.microphones, what, desktop.classroom::chooseMicrophone);
                    case "listen" -> with(devices.speakers, what, desktop.classroom::chooseSpeaker);
                    default -> throw new IllegalArgumentException(wish);
                }
                return true;
            });
        }
        desktop.close();
        System.exit(0);
    }

    private static void with(List<Choice> choices, String label, Consumer<Choice> choose) {
        choices.stream().filter(choice -> choice.label().equals(label)).findFirst().ifPresent(choose);
    }

    private static String labels(List<Choice> choices) {
        return choices.stream().map(Choice::label).collect(Collectors.joining(", "));
    }

    private static String label(@Nullable Choice choice) { return choice == null ? "none" : choice.label(); }

    private static String text(@Nullable Phrase phrase) { return phrase == null ? "none" : WORDS.text(phrase); }

    private static void tell(String line) { System.out.println(line); }

    private SteeredWindow() {}
}
