/** Vietnamese syllables of function words and words of a buyer's message, space-separated. A word shared by languages stands in each list. */
export const vietnameseWords =
  "và là của có không được cho các những một này đó kia với trong ngoài trên dưới từ đến tới về tại ở khi nào gì sao ai " +
  "đâu thế vậy như thì mà nhưng vì nên nếu để hay hoặc cũng đã đang sẽ rồi chưa vẫn còn chỉ rất quá lắm hơn nhất tôi mình " +
  "bạn anh chị em họ chúng ta nó shop ơi ạ nhé nha luôn xin chào cảm ơn cám vui lòng giúp hàng đơn giao nhận gửi trả đổi " +
  "hoàn tiền mua bán đặt hủy sản phẩm chất lượng giá rẻ đẹp xấu tốt kém tệ hỏng vỡ lỗi sai thiếu nhầm màu size cỡ áo quần " +
  "giày đồng hồ điện thoại ngày tuần tháng năm hôm nay qua mai giờ lâu chậm nhanh thời gian kiểm tra liên hệ hỗ trợ phản " +
  "hồi lời khách đóng gói cẩn thận ổn ok mấy nhiều ít cái chiếc con người làm thấy biết muốn cần phải đi lại ra vào lên " +
  "xuống mới cũ hết thích ủng hộ dùng xài mặc vừa rộng chật thất vọng bực trời bao nhiêu thông tin địa số mã vận ko hok " +
  "dc đc vs sp tuyệt vời tiếp tục dài ngắn hài đúng mẫu hình ảnh tư vấn nhiệt tình khuyến mãi giảm voucher miễn phí";
