// Cameras for a machine that has none: loaded before libc (LD_PRELOAD), it answers for /dev/videoN, as Linux would.
// Everything else goes to the kernel as it is.
//
// The folder in TEST_CAMERAS holds a file video0, video1… for each camera that is plugged in: its first line is the name,
// the second says how it behaves: "works", "busy" (another program has it), "silent" (starts and gives nothing).
// Writing and deleting these files is plugging in and pulling out.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define CAMERAS 4
#define FDS 1024
#define BUFFERS 4
#define FRAME_NS 66666667 // 15 a second
#define BUFFER_BYTES (1280 * 720 * 2)

static const struct { unsigned width, height; } SIZES[] = {{640, 480}, {1280, 720}};

// One open file of a camera. Its descriptor is a timer: readable when the next picture is due.
typedef struct {
    int number, memory;
    uint8_t *pictures;
    unsigned width, height, tick, queued[BUFFERS], head, tail;
} Camera;

static Camera *open_cameras[FDS];

typedef struct { int there; char name[32], mode[16]; } Plugged;

static Plugged look(int number) {
    Plugged found = {0};
    const char *folder = getenv("TEST_CAMERAS");
    if (folder == NULL || number < 0 || number >= CAMERAS) return found;
    char path[512], text[64] = {0};
    snprintf(path, sizeof path, "%s/video%d", folder, number);
    int fd = (int) syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
    if (fd < 0) return found;
    found.there = syscall(SYS_read, fd, text, sizeof text - 1) > 0;
    syscall(SYS_close, fd);
    sscanf(text, "%31[^\n]\n%15s", found.name, found.mode);
    return found;
}

static int number_of(const char *path) {
    int number, end = 0;
    return path != NULL && sscanf(path, "/dev/video%d%n", &number, &end) == 1 && path[end] == 0 ? number : -1;
}

static int fail(int error) {
    errno = error;
    return -1;
}

static int open_camera(int number) {
    int fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    if (fd < 0 || fd >= FDS) return fail(EMFILE);
    Camera *camera = calloc(1, sizeof *camera);
    camera->number = number;
    camera->memory = memfd_create("camera", MFD_CLOEXEC);
    if (ftruncate(camera->memory, BUFFERS * BUFFER_BYTES) < 0) return fail(ENOMEM);
    camera->pictures = (uint8_t *) syscall(SYS_mmap, NULL, BUFFERS * BUFFER_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED,
                                           camera->memory, 0);
    open_cameras[fd] = camera;
    return fd;
}

static int opened(const char *path, int flags, int mode) {
    int number = number_of(path);
    if (number >= 0 && getenv("TEST_CAMERAS") != NULL) return look(number).there ? open_camera(number) : fail(ENOENT);
    return (int) syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return opened(path, flags, mode);
}

int access(const char *path, int mode) {
    int number = number_of(path);
    if (number >= 0 && getenv("TEST_CAMERAS") != NULL) return look(number).there ? 0 : fail(ENOENT);
    return (int) syscall(SYS_faccessat, AT_FDCWD, path, mode, 0);
}

int close(int fd) {
    if (fd >= 0 && fd < FDS && open_cameras[fd] != NULL) {
        Camera *camera = open_cameras[fd];
        open_cameras[fd] = NULL;
        munmap(camera->pictures, BUFFERS * BUFFER_BYTES);
        syscall(SYS_close, camera->memory);
        free(camera);
    }
    return (int) syscall(SYS_close, fd);
}

void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
    if (fd >= 0 && fd < FDS && open_cameras[fd] != NULL) fd = open_cameras[fd]->memory;
    return (void *) syscall(SYS_mmap, at, length, protection, flags, fd, offset);
}

void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
    return mmap64(at, length, protection, flags, fd, offset);
}

// A bright bar that wanders over grey; the colour is the camera's own: reddish for video0, bluish for video1.
static void draw(Camera *camera, uint8_t *at) {
    unsigned bar = camera->tick * 24 % camera->width;
    uint8_t u = camera->number == 0 ? 90 : 200, v = camera->number == 0 ? 220 : 100;
    for (unsigned y = 0; y < camera->height; y++)
        for (unsigned x = 0; x < camera->width; x += 2, at += 4) {
            at[0] = at[2] = x >= bar && x < bar + 120 ? 220 : 90;
            at[1] = u;
            at[3] = v;
        }
    camera->tick++;
}

static int stream(int fd, int on) {
    struct itimerspec beat = {0};
    if (on) beat.it_interval.tv_nsec = beat.it_value.tv_nsec = FRAME_NS;
    return timerfd_settime(fd, 0, &beat, NULL);
}

static int asked(int fd, Camera *camera, unsigned long request, void *argument) {
    Plugged now = look(camera->number);
    if (!now.there) return fail(ENODEV);
    switch (request) {
        case VIDIOC_QUERYCAP: {
            struct v4l2_capability *answer = argument;
            memset(answer, 0, sizeof *answer);
            strcpy((char *) answer->driver, "test");
            strcpy((char *) answer->card, now.name);
            sprintf((char *) answer->bus_info, "usb-test-%d", camera->number);
            answer->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
            answer->capabilities = answer->device_caps | V4L2_CAP_DEVICE_CAPS;
            return 0;
        }
        case VIDIOC_ENUM_FMT: {
            struct v4l2_fmtdesc *answer = argument;
            if (answer->index > 0) return fail(EINVAL);
            answer->pixelformat = V4L2_PIX_FMT_YUYV;
            return 0;
        }
        case VIDIOC_ENUM_FRAMESIZES: {
            struct v4l2_frmsizeenum *answer = argument;
            if (answer->index >= sizeof SIZES / sizeof *SIZES) return fail(EINVAL);
            answer->type = V4L2_FRMSIZE_TYPE_DISCRETE;
            answer->discrete.width = SIZES[answer->index].width;
            answer->discrete.height = SIZES[answer->index].height;
            return 0;
        }
        case VIDIOC_ENUM_FRAMEINTERVALS: {
            struct v4l2_frmivalenum *answer = argument;
            if (answer->index > 0) return fail(EINVAL);
            answer->type = V4L2_FRMIVAL_TYPE_DISCRETE;
            answer->discrete.numerator = 1;
            answer->discrete.denominator = 15;
            return 0;
        }
        case VIDIOC_S_FMT:
            if (strcmp(now.mode, "busy") == 0) return fail(EBUSY);
            // fall through
        case VIDIOC_TRY_FMT: {
            struct v4l2_format *form = argument;
            unsigned nearest = form->fmt.pix.width > 640;
            form->fmt.pix.width = SIZES[nearest].width;
            form->fmt.pix.height = SIZES[nearest].height;
            form->fmt.pix.pixelformat = V4L2_PIX_FMT_YUYV;
            form->fmt.pix.sizeimage = SIZES[nearest].width * SIZES[nearest].height * 2;
            if (request == VIDIOC_S_FMT) camera->width = SIZES[nearest].width, camera->height = SIZES[nearest].height;
            return 0;
        }
        case VIDIOC_G_PARM:
        case VIDIOC_S_PARM: {
            struct v4l2_streamparm *answer = argument;
            answer->parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
            answer->parm.capture.timeperframe.numerator = 1;
            answer->parm.capture.timeperframe.denominator = 15;
            return 0;
        }
        case VIDIOC_REQBUFS: {
            struct v4l2_requestbuffers *answer = argument;
            if (answer->count > BUFFERS) answer->count = BUFFERS;
            return 0;
        }
        case VIDIOC_QUERYBUF: {
            struct v4l2_buffer *answer = argument;
            if (answer->index >= BUFFERS) return fail(EINVAL);
            answer->length = BUFFER_BYTES;
            answer->m.offset = answer->index * BUFFER_BYTES;
            return 0;
        }
        case VIDIOC_QBUF: {
            struct v4l2_buffer *given = argument;
            if (given->index >= BUFFERS) return fail(EINVAL);
            camera->queued[camera->tail++ % BUFFERS] = given->index;
            return 0;
        }
        case VIDIOC_DQBUF: {
            struct v4l2_buffer *answer = argument;
            uint64_t beats;
            if (camera->head == camera->tail || read(fd, &beats, sizeof beats) < 0) return fail(EAGAIN);
            answer->index = camera->queued[camera->head++ % BUFFERS];
            answer->bytesused = camera->width * camera->height * 2;
            draw(camera, camera->pictures + answer->index * BUFFER_BYTES);
            return 0;
        }
        case VIDIOC_STREAMON:
            return strcmp(now.mode, "silent") == 0 ? 0 : stream(fd, 1);
        case VIDIOC_STREAMOFF:
            return stream(fd, 0);
        default:
            return fail(ENOTTY);
    }
}

int ioctl(int fd, unsigned long request, ...) {
    va_list rest;
    va_start(rest, request);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    if (fd >= 0 && fd < FDS && open_cameras[fd] != NULL)
        return asked(fd, open_cameras[fd], request & 0xffffffff, argument);
    return (int) syscall(SYS_ioctl, fd, request, argument);
}
