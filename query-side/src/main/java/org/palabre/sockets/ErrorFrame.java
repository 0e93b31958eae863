package org.palabre.sockets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** Says that a frame was not taken, and why. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("error")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErrorFrame(
        String code,
        String detail,
        @Nullable String id,
        @Nullable String clientId) {}
