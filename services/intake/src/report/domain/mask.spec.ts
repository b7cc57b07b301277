import { describe, expect, it } from '@jest/globals';
import { masked, maskName, maskPhone } from './mask.ts';

const reportId = '01900000-0000-7000-8000-0000000000a1';

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

  it('what is missing as missing, and whether it is confidential', () => {
    expect(masked({ reportId, name: null, phone: null, confidential: false })).toEqual({
      name: null,
      phone: null,
      confidential: false,
    });
    expect(masked({ reportId, name: '张三丰', phone: '13900000042', confidential: true })).toEqual({
      name: '张**',
      phone: '139****0042',
      confidential: true,
    });
  });

  it('nobody where nobody was named', () => {
    expect(masked(null)).toBeNull();
  });
});
