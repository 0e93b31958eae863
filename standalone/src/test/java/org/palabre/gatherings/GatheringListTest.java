package org.palabre.gatherings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.OnePlatform;

/** What one may ask of the list of gatherings. */
@ExtendWith(OnePlatform.class)
class GatheringListTest {

    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

    private final Client anyone;

    GatheringListTest(Fair fair) {
        anyone = fair.anyone();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "access=free",
                "creator=" + NOTHING,
                "starts_after=2026-11-20T10:00:00Z",
                "starts_before=%2B1000000000-12-31T23:59:59Z",
                "price_max=0",
                "price_max=2500.5",
                "near=5.36,-4.0083",
                "near=5.36,-4.0083&radius_km=0.5",
                "near=-90,180&radius_km=999999&ordering=-distance",
                "status=draft",
                "search=n'importe%20quoi%20%25",
                "ordering=starts_at,-created_at,views,-price"
            })
    void what_fits_is_answered(String query) {
        assertThat(anyone.get("/api/events?" + query).is(200).text("page_info.page_size"))
                .isEqualTo("20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category=" + NOTHING,
                "category=nothing-of-the-kind",
                "access=Free",
                "creator=x",
                "starts_after=2026-11-20",
                "price_max=x",
                "price_max=1e99999999",
                "near=5.36",
                "near=91,0",
                "near=NaN,0",
                "radius_km=1",
                "near=1,1&radius_km=0",
                "near=1,1&radius_km=NaN",
                "near=1,1&radius_km=1e99999999",
                "status=open",
                "ordering=distance",
                "ordering=title",
                "venue=x"
            })
    void what_does_not_is_refused(String query) {
        anyone.get("/api/events?" + query).refuses(400, "invalid");
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (var path : new String[] {NOTHING, "nothing", NOTHING + "/image", NOTHING + "/calendar.ics", "x/image"}) {
            anyone.get("/api/events/" + path).refuses(404, "not_found");
        }
    }
}
