package lectern.sfu.srtp;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;

class SrtpEngineTest {
    @Test
    void everyEnginePassesTheSelfTest() {
        for (SrtpEngine engine : Engines.all())
            assertTrue(EngineSelfTest.passes(engine), engine.describe());
    }

    @Test
    void libcryptoIsChosenWhereItIs() {
        assertInstanceOf(EvpEngine.class, SrtpEngine.probe());
    }

    @Test
    void aClosedSessionIsNotUsedAgain() {
        for (SrtpProfile profile : SrtpProfile.values()) {
            var session = SrtpSession.of(new EvpEngine(), profile, new byte[profile.keyBytes()],
                    new byte[profile.saltBytes()]);
            session.close();
            session.close();
            var memory = Arena.ofAuto().allocate(100);
            memory.set(java.lang.foreign.ValueLayout.JAVA_BYTE, 0, (byte) 0x80);
            assertThrows(IllegalStateException.class, () -> session.protectRtp(memory, 0, 40));
        }
    }
}
