package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Pattern;
import lectern.app.Command.Camera;
import lectern.app.Command.Host;
import lectern.app.Command.Look;
import lectern.app.Command.Microphone;
import lectern.app.Command.Outputs;
import lectern.resources.Language;
import lectern.signaling.Link;
import lectern.ui.model.SettingsModel.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    private static final String LINK = "https://192.0.2.1:8443/j/t#fp=" + "ab".repeat(32);

    @Test
    void nothingIsTheWindow() {
        assertEquals(new Command.Window(new Host(null, 0, null, null), new Look(null, null)), Arguments.parse());
    }

    @Test
    void theServerTakesWhereToBe() {
        assertEquals(new Command.Serve(new Host("127.0.0.1", 8443, Path.of("lessons"), "Algebra"), null),
                Arguments.parse("--server", "--port", "8443", "--host", "127.0.0.1", "--lessons", "lessons", "--title",
                        "Algebra"));
    }

    @Test
    void theServerGoesOnWithARoom() {
        assertEquals(new Command.Serve(new Host(null, 0, null, null), "abc"),
                Arguments.parse("--server", "--room", "abc"));
    }

    @Test
    void joiningTakesWhatToSendAndWhatToWrite() {
        assertEquals(
                new Command.Join(Link.parse(LINK), "Ada", Camera.TEST_CARD, Microphone.TONE, true, 20,
                        new Outputs(Path.of("r.json"), null), new Look(null, null)),
                Arguments.parse("--join", LINK, "--name", " Ada ", "--camera", "test-card", "--microphone", "tone",
                        "--headless", "--seconds", "20", "--report", "r.json"));
    }

    @Test
    void aLinkAloneJoinsAsTheSystemOpensIt() {
        var join = assertInstanceOf(Command.Join.class, Arguments.parse(LINK.replace("https", "lectern")));
        assertEquals(Link.parse(LINK), join.link());
        assertEquals(Camera.DEVICE, join.camera());
    }

    @Test
    void theDemoTakesHowLongAndWhatToWrite() {
        assertEquals(new Command.Demo(20, new Outputs(Path.of("r.json"), Path.of("p.png")),
                new Look(Language.CHINESE, Theme.DARK)),
                Arguments.parse("--demo", "--seconds", "20", "--report", "r.json", "--screenshot", "p.png", "--lang",
                        "zh", "--theme", "dark"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --sever                                     | isn't known
            --port                                      | needs a value
            --server --port many                        | 0 to 65535
            --server --port 70000                       | 0 to 65535
            --server --port 1 --port 2                  | twice
            --server --camera none                      | no meaning with --server
            --demo --port 1                             | no meaning with --demo
            --name Ada                                  | no meaning with the window
            --room abc                                  | no meaning with the window
            --server --room abc --title T               | no meaning with --room
            --join hello                                | starts with https
            --join LINK --camera webcam                 | device, none, test-card
            --join LINK --headless                      | needs --name
            --join LINK --headless --name A --screenshot p.png | needs the window
            --join LINK --seconds -1                    | 0 to
            --lang fr                                   | en or zh
            --theme pink                                | dark, light, system
            """)
    void whatIsWrongIsSaidInWords(String line, String words) {
        var wrong = assertThrows(UsageException.class,
                () -> Arguments.parse(line.replace("LINK", LINK).split(" ")));
        assertTrue(wrong.getMessage().contains(words), wrong.getMessage());
    }

    /// The help and the parser know the same options.
    @Test
    void theHelpTellsOfOptionsThatExist() {
        var options = Pattern.compile("--[a-z]+").matcher(Arguments.HELP);
        int known = 0;
        while (options.find()) {
            String option = options.group();
            try {
                Arguments.parse(option);
            } catch (UsageException e) {
                assertTrue(!e.getMessage().contains("isn't known"), option);
            }
            known++;
        }
        assertTrue(known > 15, "options in the help: " + known);
    }
}
