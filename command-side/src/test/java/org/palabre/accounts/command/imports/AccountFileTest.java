package org.palabre.accounts.command.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.accounts.command.django.DjangoHash;

class AccountFileTest {

    private static final String COLUMNS = "email,first_name,last_name,password\n";

    @TempDir
    private Path folder;

    @Test
    void columns_are_found_by_their_names_in_any_order_and_others_are_passed_over() throws IOException {
        var rows = rows("ID,Last_Name,First_Name,EMAIL,phone_number,password,is_staff\n"
                + "7,Koné,Awa, awa@example.org ,0707070707,pbkdf2_sha256$1$a$b,t\n");

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.complete()).isTrue();
            assertThat(row.email()).isEqualTo("awa@example.org");
            assertThat(row.firstName()).isEqualTo("Awa");
            assertThat(row.lastName()).isEqualTo("Koné");
            assertThat(row.telephone()).isEqualTo("0707070707");
            assertThat(row.password()).isEqualTo("pbkdf2_sha256$1$a$b");
            assertThat(row.username()).isNull();
        });
    }

    @Test
    void what_is_not_said_is_what_it_mostly_is() throws IOException {
        assertThat(rows(COLUMNS + "awa@example.org,Awa,Koné,\n"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.password()).isEqualTo(DjangoHash.UNUSABLE);
                    assertThat(row.isActive()).isEqualTo("true");
                    assertThat(row.emailVerified()).isEqualTo("false");
                    assertThat(row.language()).isEqualTo("fr");
                });
    }

    @Test
    void a_username_that_is_the_address_is_none() throws IOException {
        assertThat(rows("email,first_name,last_name,password,username\nAwa@example.org,Awa,Koné,,awa@example.org\n"))
                .singleElement()
                .extracting(AccountRow::username)
                .isNull();
    }

    @Test
    void quotes_blank_lines_and_a_byte_order_mark_are_understood() throws IOException {
        var rows = rows("\uFEFF" + COLUMNS + "awa@example.org,\"Awa, dite \"\"Reine\"\"\",Koné,\r\n\r\n"
                + "issa@example.org,Issa,\"Traoré\",\r\n");

        assertThat(rows).extracting(AccountRow::firstName).containsExactly("Awa, dite \"Reine\"", "Issa");
        assertThat(rows).extracting(AccountRow::line).containsExactly(2L, 4L);
    }

    @Test
    void a_line_with_too_few_or_too_many_values_is_told() throws IOException {
        assertThat(rows(COLUMNS + "awa@example.org,Awa,Koné\nissa@example.org,Issa,Traoré,,\n"))
                .extracting(AccountRow::complete)
                .containsExactly(false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "email,first_name,last_name\n", "email,email,first_name,last_name,password\n"})
    void without_the_names_of_its_columns_it_is_no_table(String text) throws IOException {
        var file = file(text, UTF_8);
        assertThatThrownBy(file::count).isInstanceOf(CannotImport.class).hasMessageContaining("The first line of");
    }

    @Test
    void what_is_not_in_utf8_is_refused_before_anything_is_imported() throws IOException {
        var file = file(COLUMNS + "awa@example.org,Awa,Koné,\n", ISO_8859_1);
        assertThatThrownBy(file::count).isInstanceOf(CannotImport.class).hasMessageContaining("UTF-8");
    }

    @Test
    void a_quote_that_never_ends_is_told() throws IOException {
        var file = file(COLUMNS + "awa@example.org,\"Awa,Koné,\n", UTF_8);
        assertThatThrownBy(file::count).isInstanceOf(CannotImport.class).hasMessageContaining("cannot be read");
    }

    private List<AccountRow> rows(String text) throws IOException {
        var file = file(text, UTF_8);
        var rows = file.read(Stream::toList);
        assertThat(file.count()).isEqualTo(rows.size());
        return rows;
    }

    private AccountFile file(String text, Charset charset) throws IOException {
        return new AccountFile(Files.writeString(folder.resolve("accounts.csv"), text, charset));
    }
}
