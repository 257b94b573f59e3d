package lectern.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import lectern.protocol.ClientMessage;
import lectern.protocol.InvitationId;
import lectern.protocol.Level;
import lectern.protocol.Line;
import lectern.protocol.ParticipantId;
import lectern.protocol.PersonalLink;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In class, with a server that a test plays: what the page says and when, and what it shows of what it hears.
class ClassTest {
    private static final String STUDENT = "/j/AQIAAAABAAAAAGkAAAAAB3I3azJtOQAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String WATCHER = "/j/AQMAAAABAAAAAGkAAAAAB3I3azJtOQAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final ParticipantId TEACHER = new ParticipantId("p1");

    private static TestSite site;
    private static Chromium chromium;
    private BrowserContext context;
    private Page page;
    private ScriptedRoom room;

    @BeforeAll
    static void open() throws Exception {
        site = new TestSite();
        chromium = new Chromium(Chromium.Devices.FAKE);
    }

    @AfterAll
    static void close() {
        chromium.close();
        site.close();
    }

    @BeforeEach
    void openPage() {
        context = chromium.context(new Browser.NewContextOptions().setLocale("en").setViewportSize(1280, 720));
        page = context.newPage();
        room = new ScriptedRoom(page);
    }

    @AfterEach
    void closePage() { context.close(); }

    private void join(String path) {
        page.navigate(site.address() + path);
        if (path.equals(STUDENT)) assertThat(page.locator(".join[data-picture]")).isVisible();
        page.locator("#name").fill("Ben");
        page.locator("[data-action=join]").click();
    }

    private void inClass() {
        join(STUDENT);
        assertThat(page.locator("body[data-view=class]")).hasCount(1);
        room.until("offers", () -> !room.said(ClientMessage.Offer.class).isEmpty());
    }

    private List<Boolean> microphone() {
        return room.said(ClientMessage.SetTrack.class).stream().filter(one -> one.track() == TrackKind.MICROPHONE)
                .map(ClientMessage.SetTrack::on).toList();
    }

    @Test
    void comesInAndSaysWhatItSendsAndShows() {
        inClass();
        var join = assertInstanceOf(ClientMessage.Join.class, room.said.getFirst());
        assertEquals("Ben", join.name());
        assertEquals(STUDENT.substring(3), join.token());
        var offer = room.said(ClientMessage.Offer.class).getFirst();
        assertEquals(Map.of("0", TrackKind.MICROPHONE, "1", TrackKind.CAMERA), offer.tracks());
        assertTrue(offer.sdp().contains("a=simulcast:send q;h;f"));
        var tracks = room.said(ClientMessage.SetTrack.class);
        assertEquals(List.of(new ClientMessage.SetTrack(TrackKind.MICROPHONE, true),
                new ClientMessage.SetTrack(TrackKind.CAMERA, true)), tracks);
        assertTrue(room.said.indexOf(tracks.getLast()) < room.said.indexOf(offer));

        room.until("watches", () -> !room.said(ClientMessage.Watch.class).isEmpty());
        var views = room.said(ClientMessage.Watch.class).getLast().views();
        assertEquals(1, views.size());
        assertEquals(TEACHER, views.getFirst().participant());
        assertTrue(views.getFirst().width() > 500, views.toString());
        assertThat(page.locator(".stage article.tile[data-participant=p1][data-track=camera]")).isVisible();
        assertThat(page.locator(".strip article.tile[data-participant=p2][data-own][data-picture]")).isVisible();
        assertThat(page.locator(".people .person")).hasCount(2);
        assertEquals(List.of("lectern:click", "lectern:socket", "lectern:welcome"), page.evaluate(
                "() => performance.getEntriesByType('mark').map(one => one.name).filter(one => one.startsWith('lectern:'))"));
    }

    @Test
    void keysAndButtonsTurnTracksOffAndOn() {
        inClass();
        page.keyboard().press("m");
        room.until("muted", () -> microphone().equals(List.of(true, false)));
        assertThat(page.locator("[data-tool=microphone][data-off]")).hasAttribute("aria-label", "Unmute");
        assertThat(page.locator(".tile[data-own][data-muted]")).isVisible();
        page.keyboard().down(" ");
        room.until("talks", () -> microphone().equals(List.of(true, false, true)));
        assertThat(page.locator(".talking")).isVisible();
        page.keyboard().up(" ");
        room.until("silent", () -> microphone().equals(List.of(true, false, true, false)));
        page.keyboard().press("Control+d");
        room.until("on again", () -> microphone().equals(List.of(true, false, true, false, true)));
        page.keyboard().down(" ");
        page.keyboard().up(" ");
        page.locator("[data-tool=camera]").click();
        room.until("camera off", () -> room.said.getLast()
                .equals(new ClientMessage.SetTrack(TrackKind.CAMERA, false)));
        assertThat(page.locator(".tile[data-own]:not([data-picture])")).isVisible();
        assertEquals(5, microphone().size(), "Space while on changes nothing");
        page.keyboard().press("Control+e");
        assertThat(page.locator(".tile[data-own][data-picture]")).isVisible();
        assertEquals(1, room.said(ClientMessage.Offer.class).size());
    }

    @Test
    void showsWhoComesWhoSpeaksAndHowTheLinesAre() {
        inClass();
        String name = "<img src=x onerror=alert(1)>";
        room.happens(new RoomEvent.Joined(ScriptedRoom.person("p3", name, Role.STUDENT)));
        assertThat(page.locator(".tile[data-participant=p3] .name")).hasText(name);
        assertThat(page.locator(".toast")).hasText(name + " joined");
        assertThat(page.locator("img")).hasCount(0);
        room.tell(new ServerMessage.Levels(List.of(new Level(TEACHER, 25))));
        assertThat(page.locator(".tile[data-participant=p1][data-speaking]")).isVisible();
        assertThat(page.locator(".tile[data-speaking]")).hasCount(0);
        room.tell(new ServerMessage.Lines(List.of(new Line(TEACHER, 2))));
        assertThat(page.locator(".tile[data-participant=p1][data-bars='2']")).isVisible();
        room.happens(new RoomEvent.TrackChanged(TEACHER, TrackKind.MICROPHONE, false));
        assertThat(page.locator(".tile[data-participant=p1][data-muted]")).isVisible();
        room.happens(new RoomEvent.TrackChanged(new ParticipantId("p3"), TrackKind.SCREEN, true));
        assertThat(page.locator(".stage .tile[data-participant=p3][data-track=screen]")).isVisible();
        room.until("watches the screen first", () -> room.said(ClientMessage.Watch.class).getLast().views().getFirst()
                .track() == TrackKind.SCREEN);
        room.happens(new RoomEvent.Away(new ParticipantId("p3")));
        assertThat(page.locator(".person[data-participant=p3]")).containsText("Reconnecting…");
        room.happens(new RoomEvent.Left(new ParticipantId("p3"), Reason.LEFT));
        assertThat(page.locator(".tile[data-participant=p3]")).hasCount(0);
        page.locator(".strip .tile").click();
        assertThat(page.locator(".stage .tile[data-own][data-pinned]")).isVisible();
    }

    @Test
    void comesBackByItselfToTheSamePlace() {
        inClass();
        room.breakLine();
        assertThat(page.locator(".banner")).hasText("Connection lost. Reconnecting…");
        room.until("joins again", () -> room.said(ClientMessage.Join.class).size() == 2);
        assertEquals("p2.key", room.said(ClientMessage.Join.class).getLast().resume());
        assertThat(page.locator(".banner")).isHidden();
        room.until("offers anew", () -> room.said(ClientMessage.Offer.class).size() == 2);
        int again = room.said.lastIndexOf(room.said(ClientMessage.Join.class).getLast());
        room.until("watches anew", () -> room.said.subList(again, room.said.size()).stream()
                .anyMatch(ClientMessage.Watch.class::isInstance));
        room.tell(new ServerMessage.Bye(Reason.STOPPING, "back soon"));
        room.until("joins a third time", () -> room.said(ClientMessage.Join.class).size() == 3);
    }

    @ParameterizedTest
    @CsvSource({ "ENDED,The class has ended,false", "REMOVED,You were removed,true",
            "REPLACED,You joined from another place,true", "LEFT,You left the class,true"})
    void saysWhyItIsOver(Reason reason, String words, boolean again) {
        inClass();
        room.tell(new ServerMessage.Bye(reason, "because"));
        assertThat(page.locator("main.over h1")).containsText(words);
        assertThat(page.locator("[data-action=again]")).hasCount(again ? 1 : 0);
        assertThat(page.locator("audio, video")).hasCount(0);
        if (!again) return;
        page.locator("[data-action=again]").click();
        assertThat(page.locator(".join[data-picture]")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({ "TOKEN_WRONG,This link isn’t right", "TOKEN_EXPIRED,This link is too old",
            "TOKEN_REVOKED,This link no longer works", "ROOM_UNKNOWN,There is no such class here",
            "ROOM_FULL,The class is full", "ENDED,The class has ended", "VERSION,This page is out of date"})
    void saysWhyOneCantComeIn(Reason reason, String words) {
        room.turnAway = new ServerMessage.Bye(reason, "because");
        join(STUDENT);
        assertThat(page.locator("main.over h1")).hasText(words);
    }

    @Test
    void aWatcherSendsNothing() {
        room.role = Role.WATCHER;
        room.people = List.of(ScriptedRoom.person("p1", "Ms. Okafor", Role.TEACHER),
                ScriptedRoom.person("p2", "Mum", Role.WATCHER));
        join(WATCHER);
        assertThat(page.getByText("You are watching")).isVisible();
        assertThat(page.locator("[data-tool=microphone], [data-tool=camera], [data-tool=share]").filter(
                new com.microsoft.playwright.Locator.FilterOptions().setVisible(true))).hasCount(0);
        room.until("watches", () -> !room.said(ClientMessage.Watch.class).isEmpty());
        page.keyboard().press("m");
        page.keyboard().press("v");
        page.waitForTimeout(300);
        assertEquals(List.of(), room.said(ClientMessage.Offer.class));
        assertEquals(List.of(), room.said(ClientMessage.SetTrack.class));
        page.locator("[data-tool=leave]").click();
        room.until("leaves", () -> room.said.getLast() instanceof ClientMessage.Leave);
        assertThat(page.locator("main.over[data-reason=left]")).isVisible();
    }

    @Test
    void aTeacherMakesPersonalLinksAndRevokesThem() {
        room.role = Role.TEACHER;
        room.self = TEACHER;
        room.links = Map.of(Role.STUDENT, "https://192.0.2.1/j/s#fp=0", Role.WATCHER, "https://192.0.2.1/j/w#fp=0");
        inClass();
        page.locator("[data-tool=invite]").click();
        assertThat(page.locator(".personal-list")).isHidden();
        assertThat(page.locator("[data-action=make]")).isDisabled();
        page.locator("#personal-name").fill(" Amara ");
        page.keyboard().press("Enter");
        room.until("invites", () -> room.said.getLast().equals(new ClientMessage.Invite(Role.STUDENT, "Amara")));
        room.tell(new ServerMessage.Invitations(List.of(personal("i1", Role.STUDENT, "Amara"))));
        assertThat(page.locator("#personal-name")).isFocused();
        page.locator("#personal-name").fill("<b>Bo</b>");
        page.locator("#personal-role").selectOption("assistant");
        page.locator("[data-action=make]").click();
        room.until("invites",
                () -> room.said.getLast().equals(new ClientMessage.Invite(Role.ASSISTANT, "<b>Bo</b>")));
        room.tell(new ServerMessage.Invitations(List.of(personal("i2", Role.ASSISTANT, "<b>Bo</b>"))));
        assertThat(page.locator(".personal-row")).hasCount(2);
        assertThat(page.locator(".personal-row").first()).containsText("<b>Bo</b>");
        var row = page.locator("[data-invitation=i1]");
        row.locator("[data-action=revoke]").click();
        assertThat(row).containsText("Revoke for good?");
        assertThat(row.locator("[data-action=keep]")).isFocused();
        page.keyboard().press("Escape");
        assertThat(row.locator("[data-action=revoke]")).isFocused();
        assertEquals(List.of(), room.said(ClientMessage.RevokeInvitation.class), "asked, and taken back");
        row.locator("[data-action=revoke]").click();
        row.locator("[data-action=revoke-now]").click();
        room.until("revokes",
                () -> room.said.getLast().equals(new ClientMessage.RevokeInvitation(new InvitationId("i1"))));
        assertThat(row).isVisible(); // until the room has it
        room.happens(new RoomEvent.InvitationRevoked(new InvitationId("i1")));
        assertThat(row).hasCount(0);
        assertThat(page.locator(".personal-row")).hasCount(1);
        assertThat(page.locator("dialog.invite-dialog")).isVisible();
    }

    private static PersonalLink personal(String id, Role role, String name) {
        return new PersonalLink(new InvitationId(id), role, name, "https://192.0.2.1/j/" + id + "#fp=0",
                ScriptedRoom.NOW.plusSeconds(3_600));
    }

    @Test
    void aTeacherInvitesRemovesAndEnds() {
        room.role = Role.TEACHER;
        room.self = TEACHER;
        room.links = Map.of(Role.STUDENT, "https://192.0.2.1/j/s#fp=0", Role.WATCHER, "https://192.0.2.1/j/w#fp=0");
        inClass();
        page.locator("[data-tool=invite]").click();
        assertThat(page.locator("#link-student")).hasValue("https://192.0.2.1/j/s#fp=0");
        page.locator(".link-block[data-role=watcher] [data-action=replace]").click();
        room.until("replaces", () -> room.said.getLast().equals(new ClientMessage.ReplaceLink(Role.WATCHER)));
        room.tell(new ServerMessage.Links(Map.of(Role.STUDENT, "https://192.0.2.1/j/s#fp=0", Role.WATCHER,
                "https://192.0.2.1/j/w2#fp=0")));
        assertThat(page.locator("#link-watcher")).hasValue("https://192.0.2.1/j/w2#fp=0");
        page.keyboard().press("Escape");
        page.locator(".person[data-participant=p2]").hover();
        page.locator(".person[data-participant=p2] [data-action=remove]").click();
        page.locator(".person[data-participant=p2] [data-action=remove-now]").click();
        room.until("removes", () -> room.said.getLast().equals(new ClientMessage.Remove(ScriptedRoom.SELF)));
        page.locator("[data-tool=leave]").click();
        page.locator("[data-action=end-class]").click();
        room.until("ends", () -> room.said.getLast() instanceof ClientMessage.EndClass);
    }
}
