import { describe, expect, it } from '@jest/globals';
import { escaped } from './html.ts';

describe('text in HTML', () => {
  it('is words, never markup', () => {
    expect(escaped(`<script>alert("甲'乙") && 1</script>`)).toBe(
      '&lt;script&gt;alert(&quot;甲&#39;乙&quot;) &amp;&amp; 1&lt;/script&gt;',
    );
  });

  it('that is plain stays as it is', () => {
    expect(escaped('口罩不够,下周开工')).toBe('口罩不够,下周开工');
  });
});
