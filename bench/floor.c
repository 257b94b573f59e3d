/* The floor under our forwarding path: the least that C can do for a packet that leaves 50 times.
 *
 * For each packet in: one copy, header rewrite and AES-128-GCM (OpenSSL EVP, one context a subscriber, as with real peers
 * who have each their own key) per subscriber, then one sendmmsg to 50 addresses. With a burst of k, k packets in are
 * sent as one GSO message a subscriber. Nothing is received or looked up, no gaps tracked, no reports made.
 *
 * gcc -O3 -march=native -o floor floor.c -lcrypto
 * floor [packets] [burst] [subscribers] [payload bytes]   one JSON object on stdout
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { HEADER = 12, TAG = 16, SLOT = 2048, MAX_BURST = 16, MAX_SUBSCRIBERS = 512, RING = 1024 };
#ifndef UDP_SEGMENT
#define UDP_SEGMENT 103
#endif

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static uint64_t cpu_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static int bound(struct sockaddr_in *address, int receive_bytes) {
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (fd < 0) fail("socket");
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
    memset(address, 0, sizeof *address);
    address->sin_family = AF_INET;
    address->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(fd, (struct sockaddr *)address, sizeof *address)) fail("bind");
    socklen_t length = sizeof *address;
    getsockname(fd, (struct sockaddr *)address, &length);
    return fd;
}

static void seal(EVP_CIPHER_CTX *context, const unsigned char *iv, unsigned char *packet, int length) {
    int n;
    if (EVP_EncryptInit_ex(context, NULL, NULL, NULL, iv) != 1
        || EVP_EncryptUpdate(context, NULL, &n, packet, HEADER) != 1
        || EVP_EncryptUpdate(context, packet + HEADER, &n, packet + HEADER, length - HEADER) != 1
        || EVP_EncryptFinal_ex(context, packet + length, &n) != 1
        || EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, TAG, packet + length) != 1)
        fail("seal");
}

int main(int argc, char **argv) {
    int packets = argc > 1 ? atoi(argv[1]) : 4000;
    int burst = argc > 2 ? atoi(argv[2]) : 1;
    int subscribers = argc > 3 ? atoi(argv[3]) : 50;
    int payload = argc > 4 ? atoi(argv[4]) : 1200;
    int length = HEADER + payload;
    if (packets < 1 || burst < 1 || burst > MAX_BURST || subscribers < 1 || subscribers > MAX_SUBSCRIBERS
        || payload < 1 || length + TAG > SLOT) {
        fprintf(stderr, "floor: packets 1.., burst 1..%d, subscribers 1..%d, payload 1..%d\n", MAX_BURST,
                MAX_SUBSCRIBERS, SLOT - TAG - HEADER);
        return 2;
    }

    static struct sockaddr_in to[MAX_SUBSCRIBERS];
    static EVP_CIPHER_CTX *contexts[MAX_SUBSCRIBERS];
    static unsigned char salts[MAX_SUBSCRIBERS][12];
    static struct mmsghdr messages[MAX_SUBSCRIBERS];
    static struct iovec iovecs[MAX_SUBSCRIBERS][MAX_BURST];
    static char controls[MAX_SUBSCRIBERS][CMSG_SPACE(sizeof(uint16_t))] __attribute__((aligned(8)));
    unsigned char *ring = aligned_alloc(64, (size_t)RING * SLOT);
    unsigned char *out = aligned_alloc(64, (size_t)subscribers * burst * SLOT);
    struct sockaddr_in own;
    int fd = bound(&own, 4 << 20);
    int send_bytes = 4 << 20;
    setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &send_bytes, sizeof send_bytes);

    EVP_CIPHER *gcm = EVP_CIPHER_fetch(NULL, "AES-128-GCM", NULL);
    for (int s = 0; s < subscribers; s++) {
        unsigned char key[16];
        for (int i = 0; i < 16; i++) key[i] = (unsigned char)(s * 31 + i);
        for (int i = 0; i < 12; i++) salts[s][i] = (unsigned char)(s * 17 + i);
        contexts[s] = EVP_CIPHER_CTX_new();
        if (EVP_EncryptInit_ex(contexts[s], gcm, NULL, key, salts[s]) != 1) fail("EVP");
        bound(&to[s], 1 << 16); /* nobody reads: it fills up, then drops */
        struct msghdr *m = &messages[s].msg_hdr;
        m->msg_name = &to[s];
        m->msg_namelen = sizeof to[s];
        m->msg_iov = iovecs[s];
        m->msg_iovlen = (size_t)burst;
        for (int b = 0; b < burst; b++) {
            iovecs[s][b].iov_base = out + ((size_t)b * subscribers + s) * SLOT;
            iovecs[s][b].iov_len = (size_t)(length + TAG);
        }
        if (burst > 1) {
            m->msg_control = controls[s];
            m->msg_controllen = sizeof controls[s];
            struct cmsghdr *c = CMSG_FIRSTHDR(m);
            c->cmsg_level = IPPROTO_UDP;
            c->cmsg_type = UDP_SEGMENT;
            c->cmsg_len = CMSG_LEN(sizeof(uint16_t));
            *(uint16_t *)CMSG_DATA(c) = (uint16_t)(length + TAG);
        }
    }
    for (size_t i = 0; i < (size_t)RING * SLOT; i++) ring[i] = (unsigned char)(i * 131);

    uint64_t start = 0;
    int warm = packets / 4;
    for (int i = -warm; i < packets; i += burst) {
        if (i >= 0 && !start) start = cpu_ns();
        for (int b = 0; b < burst; b++) {
            const unsigned char *in = ring + (size_t)((i + warm + b) % RING) * SLOT;
            for (int s = 0; s < subscribers; s++) {
                unsigned char *p = out + ((size_t)b * subscribers + s) * SLOT;
                unsigned char iv[12];
                uint32_t sequence = (uint32_t)(i + warm + b);
                memcpy(p, in, (size_t)length);
                p[0] = 0x80;
                p[1] = 96;
                p[2] = (unsigned char)(sequence >> 8);
                p[3] = (unsigned char)sequence;
                uint32_t timestamp = htonl(sequence * 3000), ssrc = htonl(0x1000u + (uint32_t)s);
                memcpy(p + 4, &timestamp, 4);
                memcpy(p + 8, &ssrc, 4);
                memcpy(iv, salts[s], 12);
                for (int k = 0; k < 4; k++) iv[2 + k] ^= p[8 + k];
                iv[8] ^= (unsigned char)(sequence >> 24);
                iv[9] ^= (unsigned char)(sequence >> 16);
                iv[10] ^= p[2];
                iv[11] ^= p[3];
                seal(contexts[s], iv, p, length);
            }
        }
        for (int sent = 0; sent < subscribers;) {
            int n = sendmmsg(fd, messages + sent, (unsigned)(subscribers - sent), 0);
            if (n < 0) fail("sendmmsg");
            sent += n;
        }
    }
    double ns = (double)(cpu_ns() - start);
    int rounds = (packets + burst - 1) / burst;
    printf("{\"packets\":%ld,\"burst\":%d,\"subscribers\":%d,\"payloadBytes\":%d,\"cpuNsPerPacket\":%.1f}\n",
           (long)rounds * burst * subscribers, burst, subscribers, payload,
           ns / ((double)rounds * burst * subscribers));
    return 0;
}
