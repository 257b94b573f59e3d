package lectern.sfu.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import lectern.sfu.srtp.SrtpProfile;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.UseSRTPData;

/// The client's half, for synthetic peers.
final class SrtpClient extends DefaultTlsClient {
    private final DtlsIdentity identity;
    private final SrtpKeying keying;
    private final SrtpProfile[] offered;

    SrtpClient(DtlsIdentity identity, SrtpKeying keying, SrtpProfile[] offered) {
        super(identity.crypto());
        this.identity = identity;
        this.keying = keying;
        this.offered = offered;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() { return ProtocolVersion.DTLSv12.only(); }

    @Override
    @SuppressWarnings({ "rawtypes", "unchecked"})
    public Hashtable getClientExtensions() throws IOException {
        Hashtable extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
        int[] ids = Arrays.stream(offered).mapToInt(SrtpProfile::id).toArray();
        if (ids.length > 0)
            TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(ids, new byte[0]));
        return extensions;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        UseSRTPData chosen = TlsSRTPUtils.getUseSRTPExtension(extensions);
        if (chosen != null)
            keying.choose(offered, chosen.getProtectionProfiles());
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
                keying.checkCertificate(server.getCertificate());
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
                return identity.credentials(context);
            }
        };
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        keying.export(context);
    }

    @Override
    public int getHandshakeTimeoutMillis() { return keying.timeoutMs(); }

    @Override
    public int getHandshakeResendTimeMillis() { return SrtpKeying.RESEND_MS; }
}
