import { describe, expect, it } from '@jest/globals';
import { aReporter } from '../../../test/builders.ts';
import { masked, maskName, maskPhone, masksOf } from './mask.ts';

const ofCentre = { ofCentre: true, handedIn: false };
const handedIn = { ofCentre: false, handedIn: true };
const others = { ofCentre: false, handedIn: false };
const nothing = { nameMask: null, phoneMask: null, sealed: null, keyId: null };

describe('everybody may see of a reporter', () => {
  it.each([
    ['张三丰', '张**'],
    ['王五', '王**'],
    ['李', '李**'],
    ['欧阳震华', '欧**'],
    ['𠮷野', '𠮷**'],
    ['Zhang San', 'Z**'],
  ])('the first character of a name: %s is %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it.each([
    ['13900000042', '139****0042'],
    ['+8613900000042', '+86****0042'],
    ['0574-65551234', '057****1234'],
    ['6555123456', '****56'],
    ['65551234', '****34'],
    ['120', '****20'],
  ])('the ends of a number, of a shorter one than a mobile the last two digits only: %s is %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  it('the masks that stand beside what is sealed', () => {
    expect(masked(aReporter(), others)).toEqual({
      name: '张**',
      phone: '139****0042',
      confidential: false,
      pseudonym: null,
    });
  });

  it('that name and number are gone, and which of the reporters it was', () => {
    const gone = aReporter({ ...nothing, pseudonym: 2, pseudonymisedAt: new Date() });
    expect(masked(gone, others)).toEqual({ name: '已去标识', phone: null, confidential: false, pseudonym: 2 });
  });

  it('what is missing as missing', () => {
    expect(masksOf({ name: null, phone: null })).toEqual({ nameMask: null, phoneMask: null });
    expect(masked(aReporter(nothing), others)).toEqual({
      name: null,
      phone: null,
      confidential: false,
      pseudonym: null,
    });
  });

  it('nobody where nobody was named', () => {
    expect(masked(null, ofCentre)).toBeNull();
  });
});

describe('a confidential reporter', () => {
  const reporter = aReporter({ confidential: true });

  it.each([
    ['the centre', ofCentre],
    ['whoever handed the report in', handedIn],
  ])('is masked for %s', (_, viewer) => {
    expect(masked(reporter, viewer)).toEqual({
      name: '张**',
      phone: '139****0042',
      confidential: true,
      pseudonym: null,
    });
  });

  it('is hidden from everybody else, who sees only that it is confidential', () => {
    expect(masked(reporter, others)).toEqual({ name: null, phone: null, confidential: true, pseudonym: null });
  });

  it('is hidden from them also when name and number are gone', () => {
    const gone = aReporter({ ...nothing, confidential: true, pseudonym: 2, pseudonymisedAt: new Date() });
    expect(masked(gone, others)).toEqual({ name: null, phone: null, confidential: true, pseudonym: null });
  });
});
