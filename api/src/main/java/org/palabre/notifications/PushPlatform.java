package org.palabre.notifications;

/** Whose service brings pushed messages to an app. */
public enum PushPlatform {
    ANDROID,
    IOS,
    WEB
}
