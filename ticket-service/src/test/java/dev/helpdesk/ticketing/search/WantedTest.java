package dev.helpdesk.ticketing.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WantedTest {
  private static String tsquery(String text) {
    return Wanted.of(text).tsquery();
  }

  @Test
  void allWordsAreWantedAndTheLastIsABeginning() {
    assertThat(tsquery("Login page")).isEqualTo("('login') & ('page':*)");
    assertThat(tsquery("  ÜBER  ")).isEqualTo("('über':*)");
  }

  @Test
  void quotedWordsStandInARow() {
    assertThat(tsquery("\"blank page\" safari")).isEqualTo("('blank' <-> 'page') & ('safari':*)");
    assertThat(tsquery("safari \"blank page\"")).isEqualTo("('safari') & ('blank' <-> 'page')");
    assertThat(tsquery("\"never closed")).isEqualTo("('never' <-> 'closed')");
  }

  @Test
  void aMinusExcludes() {
    assertThat(tsquery("login -safari")).isEqualTo("('login') & !('safari')");
    assertThat(tsquery("-\"blank page\" login")).isEqualTo("!('blank' <-> 'page') & ('login':*)");
  }

  @Test
  void punctuationPartsWordsAndIsNothingItself() {
    assertThat(tsquery("it's C:\\temp\\x.log"))
        .isEqualTo("('it' <-> 's') & ('c' <-> 'temp' <-> 'x' <-> 'log':*)");
    assertThat(tsquery("a & b | ! ( ) :* <->")).isEqualTo("('a') & ('b')");
  }

  @Test
  void whereNothingIsWantedNothingIsFound() {
    for (String text : new String[] {"-", "--", "\"\"", "?!", "-without", "' \\"}) {
      assertThat(tsquery(text)).as(text).isEmpty();
    }
  }

  @Test
  void aKeyIsSeen() {
    assertThat(Wanted.of(" sa-12 ").key()).isEqualTo(new Wanted.Key("SA", 12));
    assertThat(Wanted.of("sa-012").key()).isNull();
    assertThat(Wanted.of("sa-12 more").key()).isNull();
  }

  @Test
  void whatWasFoundIsMarkedAndAllElseEscaped() {
    assertThat(Highlight.of("<b>Log-in</b> & \"logging\" 'out'", Wanted.of("log")))
        .isEqualTo(
            "&lt;b&gt;<mark>Log</mark>-in&lt;/b&gt; &amp; &quot;<mark>logging</mark>&quot; &#39;out&#39;");
  }

  @Test
  void aPassageIsCutAroundTheFirstHitAndBetweenCharacters() {
    String text = "🚀".repeat(300) + " needle " + "🚀".repeat(300);
    String passage = Highlight.of(text, Wanted.of("needle"));
    assertThat(passage).startsWith("…").endsWith("…").contains("<mark>needle</mark>");
    assertThat(passage).hasSizeLessThan(300).doesNotContain("\uFFFD");
    assertThat(passage.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
