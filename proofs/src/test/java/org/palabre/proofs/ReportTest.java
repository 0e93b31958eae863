package org.palabre.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.palabre.platform.OneShape;
import org.palabre.proofs.Proof.Row;

@OneShape("it starts nothing")
class ReportTest {

    @Test
    void an_experiment_is_one_line_whatever_it_says() {
        var proof = new Proof("Nothing is lost");
        proof.did("%d kills |\n %d calls", 5, 1234);

        assertThat(proof.judged("holds")).isEqualTo(new Row("Nothing is lost", "5 kills |\n 1234 calls", "", "holds"));
        assertThat(proof.judged("holds").markdown())
                .isEqualTo("| Nothing is lost | 5 kills \\| 1234 calls |  | holds |");
    }

    @Test
    void the_seed_that_was_asked_for_is_in_the_line_and_stays() {
        var proof = new Proof("Chance repeats itself");

        var seed = proof.seed();

        assertThat(proof.seed()).isEqualTo(seed);
        assertThat(proof.judged("holds").seed()).isEqualTo(Long.toString(seed));
        assertThat(proof.random().nextLong()).isEqualTo(proof.random().nextLong());
    }
}
