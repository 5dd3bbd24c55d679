import type { Edges } from '../cues/define-cue.ts';

/** Every threshold of the connection's cues. Between enter and exit nothing changes. */

/**
 * The median of so long counts: three looks of two seconds, so that one spike is nothing. With the next look and the
 * far end's report (every second with a picture) a cue comes within 10 s.
 */
export const WINDOW_MS = 6_500;
/** What is good again is seen in this: two looks. */
export const RECENT_MS = 3_000;
/** A look that comes later than this (a computer that slept, a page that was frozen) begins anew. */
export const GAP_MS = 10_000;

/**
 * Network round trip. ITU-T G.114: beyond 400 ms from mouth to ear a delay is not acceptable in general. Half of 600 ms
 * leaves 100 ms for capture, encoding, the jitter buffer and playing. At 450 ms it is some 325 ms: noticed, and talked with.
 */
export const ROUND_TRIP_MS: Edges = { enter: 600, exit: 450 };

/**
 * Share of packets lost, either way. libwebrtc takes up to 2 % as no congestion and goes on raising the rate, and gives
 * way above 10 % (send_side_bandwidth_estimation.cc, in force until loss_based_bwe_v2.cc, which has no such edges, has seen
 * enough); repeats and Opus' concealment hide as much as the first, the second is plainly heard.
 */
export const LOSS_RATIO: Edges = { enter: 0.04, exit: 0.02 };
/** A look counts as lossy from the exit edge up, and so many of the window's looks must: one burst is nothing. */
export const LOSSY_SHARE = 0.75;
/** Fewer lost packets than this are chance: in silence sound sends two or three packets a second (RFC 7587, DTX). */
export const LOST_PACKETS = 8;
/** The reports must cover so much time, and be more than one. */
export const LOSS_OVER_MS = 5_000;

/**
 * Interarrival jitter of the sound (RFC 3550), a mean deviation. ITU-T Y.1541 allows a voice class 50 ms between nearly
 * the quickest and nearly the slowest packet, which is several times this measure on the same line.
 */
export const JITTER_MS: Edges = { enter: 60, exit: 40 };

/**
 * What the line carries from here, as the browser estimates it. Where one picture is sent in
 * several sizes, libwebrtc gives 320 x 180 at most 200 kbit/s, and begins 640 x 360 at 150, beside some 40 for sound
 * (video/config/simulcast.cc): below 200 the face is a stamp.
 */
export const AVAILABLE_KBPS: Edges = { enter: 200, exit: 300 };
/**
 * Beside it, how much longer the round trip is than the quickest of the call. A queue that stays for longer than 100 ms
 * is a bad one (RFC 8289, CoDel's interval). Measured: a full line of 100 kbit/s 370, a computer at a load of 15 up to 115.
 */
export const QUEUE_MS: Edges = { enter: 150, exit: 75 };
/**
 * A call begins at 300 kbit/s (libwebrtc, bitrate_settings.h) and finds out what the line can carry; until then that is
 * no limit.
 */
export const RAMP_UP_MS = 15_000;

/**
 * Nothing at all has come: no media, no report, no answer. A browser asks the far end for consent every 4 to 6 s
 * (RFC 7675, and so Firefox' ice_component.c), Chromium every 2.5 s (p2p_constants.h), and so does the far end's, so one
 * that is merely silent is heard more often than this.
 */
export const SILENT_MS = 6_000;
